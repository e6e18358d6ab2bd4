using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>A class in a cell of its own or behind "hạng": <c>Nhì</c>, <c>hạng II</c>, <c>2</c>.</summary>
internal static class RankText
{
    private static readonly Dictionary<string, (string Rank, double Certainty)> Words = new(StringComparer.Ordinal)
    {
        ["nhat"] = ("Nhất", 1), ["i"] = ("Nhất", 0.95), ["1"] = ("Nhất", 0.95), ["l"] = ("Nhất", 0.7), ["mot"] = ("Nhất", 0.9),
        ["nhi"] = ("Nhì", 1), ["ii"] = ("Nhì", 0.95), ["2"] = ("Nhì", 0.95), ["hai"] = ("Nhì", 0.9), ["h"] = ("Nhì", 0.6), ["ll"] = ("Nhì", 0.7), ["il"] = ("Nhì", 0.7), ["li"] = ("Nhì", 0.7), ["11"] = ("Nhì", 0.5),
        ["ba"] = ("Ba", 1), ["iii"] = ("Ba", 0.95), ["3"] = ("Ba", 0.95), ["hi"] = ("Ba", 0.6), ["ih"] = ("Ba", 0.6), ["lll"] = ("Ba", 0.7), ["ill"] = ("Ba", 0.7), ["iil"] = ("Ba", 0.7),
    };

    /// <param name="isAlone">The text is a cell below "Hạng": the word needs nothing before it.</param>
    /// <returns>Null where it names none.</returns>
    public static (string Rank, int Start, int Length, double Certainty)? Find(string text, bool isAlone)
    {
        var isBehind = false;
        Token[] tokens = [.. Tokenizer.Tokenize(text)];
        foreach (var token in tokens)
        {
            var word = Folding.Fold(token.Normal());
            if (isBehind || (isAlone && tokens.Length <= 2))
            {
                if (Words.TryGetValue(word, out var rank)) return (rank.Rank, token.Start, token.End - token.Start, rank.Certainty);
            }
            isBehind = word is "hang";
        }
        return null;
    }
}
