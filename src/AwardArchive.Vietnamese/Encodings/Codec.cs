using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>One encoding, letter by letter. Text in it is a string as Windows shows its bytes.</summary>
internal abstract class Codec
{
    /// <summary>Reads the letter that stands at the start of a text in this encoding.</summary>
    /// <returns>How many characters it takes; 0 when none of this encoding's own letters stands there.</returns>
    public abstract int Read(ReadOnlySpan<char> source, out Rune letter);

    /// <summary>Writes a letter.</summary>
    /// <returns>False when this encoding has no way to write it; nothing is written then.</returns>
    public abstract bool TryWrite(Rune letter, StringBuilder target);
}
