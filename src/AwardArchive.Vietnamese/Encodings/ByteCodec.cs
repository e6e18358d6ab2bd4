using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>A letter, a byte.</summary>
internal sealed class ByteCodec : Codec
{
    private const string Vowels = "aăâeêioôơuưy";

    // In the order of the tables: level, huyền, hỏi, ngã, sắc, nặng.
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    private readonly char[] _letters = new char[256];
    private readonly Dictionary<char, byte> _codes = [];

    /// <summary>TCVN 5712:1993, VN3: as glibc's charmap TCVN5712-1 has its small letters.</summary>
    public static ByteCodec Tcvn3 { get; } = new(
        ["61 B5 B6 B7 B8 B9", "A8 BB BC BD BE C6", "A9 C7 C8 C9 CA CB", "65 CC CE CF D0 D1", "AA D2 D3 D4 D5 D6", "69 D7 D8 DC DD DE",
         "6F DF E1 E2 E3 E4", "AB E5 E6 E7 E8 E9", "AC EA EB EC ED EE", "75 EF F1 F2 F3 F4", "AD F5 F6 F7 F8 F9", "79 FA FB FC FD FE", "AE"],
        ["41", "A1", "A2", "45", "A3", "49", "4F", "A4", "A5", "55", "A6", "59", "A7"]);

    /// <summary>RFC 1456, and glibc's charmap VISCII.</summary>
    public static ByteCodec Viscii { get; } = new(
        ["61 E0 E4 E3 E1 D5", "E5 A2 C6 C7 A1 A3", "E2 A5 A6 E7 A4 A7", "65 E8 EB A8 E9 A9", "EA AB AC AD AA AE", "69 EC EF EE ED B8",
         "6F F2 F6 F5 F3 F7", "F4 B0 B1 B2 AF B5", "BD B6 B7 DE BE FE", "75 F9 FC FB FA F8", "DF D7 D8 E6 D1 F1", "79 CF D6 DB FD DC", "F0"],
        ["41 C0 C4 C3 C1 80", "C5 82 02 05 81 83", "C2 85 86 06 84 87", "45 C8 CB 88 C9 89", "CA 8B 8C 8D 8A 8E", "49 CC 9B CE CD 98",
         "4F D2 99 A0 D3 9A", "D4 90 91 92 8F 93", "B4 96 97 B3 95 94", "55 D9 9C 9D DA 9E", "BF BB BC FF BA B9", "59 9F 14 19 DD 1E", "D0"]);

    /// <summary>As GNU recode's VPS has it; Ỗ, which that lacks, as the input methods xvnkb and VBKey have it.</summary>
    public static ByteCodec Vps { get; } = new(
        ["61 E0 E4 E3 E1 E5", "E6 A2 A3 A4 A1 A5", "E2 C0 C4 C5 C3 C6", "65 E8 C8 EB E9 CB", "EA 8A 8B CD 89 8C", "69 EC CC EF ED CE",
         "6F F2 D5 F5 F3 86", "F4 D2 B0 87 D3 B6", "D6 A9 AA AB A7 AE", "75 F9 FB DB FA F8", "DC D8 BA BB D9 BF", "79 FF 9B CF 9A 9C", "C7"],
        ["41 80 81 82 C1 02", "88 8E 8F F0 8D 04", "C2 84 85 1C 83 03", "45 D7 DE FE C9 05", "CA 93 94 95 90 06", "49 B5 B7 B8 B4 10",
         "4F BC BD BE B9 11", "D4 97 98 99 96 12", "F7 9E 9F A6 9D 13", "55 A8 D1 AC DA 14", "D0 AF B1 1D AD 15", "59 B2 FD B3 DD 19", "F1"]);

    private ByteCodec(string[] small, string[] capital)
    {
        Add(Vowels + 'đ', small);
        Add((Vowels + 'đ').ToUpperInvariant(), capital);
    }

    public override int Read(ReadOnlySpan<char> source, out Rune letter)
    {
        letter = default;
        // Letters of Unicode that share a byte with one of these are told apart by nobody: the text as a whole decides.
        if (!Windows1252.TryGetCode(source[0], out var code) || _letters[code] is '\0') return 0;
        letter = new(_letters[code]);
        return 1;
    }

    public override bool TryWrite(Rune letter, StringBuilder target)
    {
        if (!letter.IsBmp) return false;
        var character = (char)letter.Value;
        if (_codes.TryGetValue(character, out var code)) target.Append(Windows1252.CharacterOf(code));
        else if (Windows1252.IsNeutral(character) && Windows1252.TryGetCode(character, out code) && _letters[code] is '\0') target.Append(character);
        else return false;
        return true;
    }

    private void Add(string letters, string[] rows)
    {
        foreach (var (letter, row) in letters.Zip(rows))
        {
            var codes = Convert.FromHexString(row.Replace(" ", "", StringComparison.Ordinal));
            for (var tone = 0; tone < codes.Length; tone++)
            {
                var composed = tone == 0 ? letter : $"{letter}{Tones[tone - 1]}".Normalize(NormalizationForm.FormC)[0];
                (_letters[codes[tone]], _codes[composed]) = (composed, codes[tone]);
            }
        }
    }
}
