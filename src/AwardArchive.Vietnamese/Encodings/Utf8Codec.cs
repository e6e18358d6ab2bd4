using System.Buffers;
using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>The bytes of UTF-8, each shown as a letter of Windows-1252.</summary>
internal sealed class Utf8Codec : Codec
{
    private const int MaxBytes = 4;

    public override int Read(ReadOnlySpan<char> source, out Rune letter)
    {
        letter = default;
        if (char.IsAscii(source[0])) return 0;
        Span<byte> bytes = stackalloc byte[MaxBytes];
        var count = 0;
        while (count < MaxBytes && count < source.Length && source[count] < 0xF000 && Windows1252.TryGetCode(source[count], out bytes[count])) count++;
        return Rune.DecodeFromUtf8(bytes[..count], out letter, out var length) == OperationStatus.Done && length > 1 ? length : 0;
    }

    public override bool TryWrite(Rune letter, StringBuilder target)
    {
        Span<byte> bytes = stackalloc byte[MaxBytes];
        foreach (var code in bytes[..letter.EncodeToUtf8(bytes)]) target.Append(Windows1252.CharacterOf(code));
        return true;
    }
}
