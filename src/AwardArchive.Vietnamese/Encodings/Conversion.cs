using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>A conversion under way.</summary>
internal sealed class Conversion(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<int> _starts = new(capacity);
    private readonly List<int> _ends = new(capacity);
    private readonly List<Unconverted> _unconverted = [];

    /// <summary>A letter; a combining mark joins the letter before it where the two are one.</summary>
    public void Append(Rune letter, int start, int length)
    {
        if (_text.Length > 0 && Rune.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark && !char.IsSurrogate(_text[^1])
            && $"{_text[^1]}{letter}".Normalize(NormalizationForm.FormC) is [var composed])
        {
            (_text[^1], _ends[^1]) = (composed, start + length);
            return;
        }
        Span<char> characters = stackalloc char[2];
        Append(characters[..letter.EncodeToUtf16(characters)], start, length);
    }

    public void Append(ReadOnlySpan<char> written, int start, int length)
    {
        _text.Append(written);
        for (var i = 0; i < written.Length; i++)
        {
            _starts.Add(start);
            _ends.Add(start + length);
        }
    }

    public void AppendUnconverted(ReadOnlySpan<char> source, ReadOnlySpan<char> written, int start)
    {
        _unconverted.Add(new(start, source.Length, source.ToString(), written.ToString()));
        Append(written, start, source.Length);
    }

    public ConvertedText ToText(bool capitals)
    {
        var text = _text.ToString();
        return new(capitals ? text.ToUpperInvariant() : text, [.. _starts], [.. _ends], _unconverted);
    }
}
