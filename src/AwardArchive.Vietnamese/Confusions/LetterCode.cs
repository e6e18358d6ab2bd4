namespace AwardArchive.Vietnamese;

/// <summary>Small numbers for the letters and digits that recognition confuses, without case.</summary>
internal static class LetterCode
{
    /// <summary>Anything else.</summary>
    public const byte Other = 0;

    private const int LastKnown = 0x1EFF;

    private static readonly byte[] Codes = new byte[LastKnown + 1];
    private static readonly List<char> Letters = ['\0'];

    static LetterCode()
    {
        for (var digit = '0'; digit <= '9'; digit++) Add(digit);
        for (var character = 'a'; character <= LastKnown; character++)
        {
            // Without the stand-ins, which are written as what they stand for.
            if (Letter.TryRead(character, out var letter) && letter.ToLower() == letter && letter.TryCompose(out var composed) && composed == character) Add(character);
        }
        for (var character = 'A'; character <= LastKnown; character++)
        {
            if (Letter.TryRead(character, out var letter) && letter.ToLower().TryCompose(out var lower)) Codes[character] = Codes[lower];
        }
        Count = Letters.Count;
    }

    public static int Count { get; }

    public static byte Of(char character) => character <= LastKnown ? Codes[character] : Other;

    /// <summary>The small letter; <c>\0</c> for <see cref="Other"/>.</summary>
    public static char LetterOf(int code) => Letters[code];

    private static void Add(char character)
    {
        Codes[character] = (byte)Letters.Count;
        Letters.Add(character);
    }
}
