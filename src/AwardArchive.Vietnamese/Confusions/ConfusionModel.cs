using System.Runtime.CompilerServices;

namespace AwardArchive.Vietnamese;

/// <summary>A word that may be what stands on the paper.</summary>
/// <param name="Word">As in the tree it was found in.</param>
/// <param name="Cost">Of reading it as what was read; 0 for the word itself.</param>
public readonly record struct PossibleReading(string Word, double Cost);

/// <summary>
/// How likely recognition reads one word for another: the edit distance in which a confusion costs the less the more often it was seen.
/// </summary>
/// <remarks>
/// A cost of 1 is a letter replaced, lost or added that was never seen so; a confusion of one letter in a hundred costs 0.4, of one in ten
/// 0.2: the logarithm of its share, over that of the never seen. Letters are compared without case. Words are NFC; what is neither a
/// Vietnamese letter nor a digit only equals itself. Safe for use by several threads.
/// </remarks>
public sealed class ConfusionModel
{
    /// <summary>Share of what was never seen.</summary>
    private const double Unseen = 1e-5;

    /// <summary>The weight of what similar letters say, in letters seen.</summary>
    private const double Smoothing = 50;

    private const int LongestOnStack = 64;

    private readonly float[] _replaced = new float[LetterCode.Count * LetterCode.Count];
    private readonly float[] _lost = new float[LetterCode.Count];
    private readonly float[] _added = new float[LetterCode.Count];

    // By the three letters of the operation.
    private readonly Dictionary<int, float> _merged = [];
    private readonly Dictionary<int, float> _split = [];
    private readonly bool[] _mayMerge = new bool[LetterCode.Count * LetterCode.Count];
    private readonly bool[] _maySplit = new bool[LetterCode.Count];
    private readonly float _cheapestShift = 1;

    /// <summary>What the table of the library says: learnt from our own recognition of generated pages.</summary>
    public static ConfusionModel Learnt { get; } = new(ConfusionTable.Embedded());

    public ConfusionModel(IEnumerable<Confusion> confusions)
    {
        ArgumentNullException.ThrowIfNull(confusions);
        var table = confusions.ToList();
        var marks = new MarkConfusions(table);
        Array.Fill(_lost, 1);
        Array.Fill(_added, 1);
        for (var truth = 0; truth < LetterCode.Count; truth++)
        {
            for (var read = 0; read < LetterCode.Count; read++)
                _replaced[At(truth, read)] = truth == read && truth != LetterCode.Other ? 0 : CostOf(marks.Share(LetterCode.LetterOf(truth), LetterCode.LetterOf(read)));
        }
        foreach (var seen in table) Set(seen, marks);
        _cheapestShift = new[] { 1f }.Concat(_lost).Concat(_added).Concat(_merged.Values).Concat(_split.Values).Min();
    }

    /// <summary>The cost of reading <paramref name="truth"/> as <paramref name="read"/>; not the same the other way round.</summary>
    /// <param name="limit">Above which the distance does not matter; the smaller the faster.</param>
    /// <returns>0 for the same word; positive infinity above the limit.</returns>
    public double Distance(ReadOnlySpan<char> read, ReadOnlySpan<char> truth, double limit)
    {
        if (Math.Abs(read.Length - truth.Length) * _cheapestShift > limit) return double.PositiveInfinity;
        var width = read.Length + 1;
        var rows = read.Length <= LongestOnStack ? stackalloc float[3 * width] : new float[3 * width];
        StartRow(read, rows[..width]);
        for (var i = 0; i < truth.Length; i++)
        {
            var row = rows.Slice((i + 1) % 3 * width, width);
            var before = i == 0 ? [] : rows.Slice((i + 2) % 3 * width, width); // the row before the last, (i - 1) % 3
            var least = NextRow(read, rows.Slice(i % 3 * width, width), before, i == 0 ? '\0' : truth[i - 1], truth[i], row);
            // A merge reaches over one row.
            if (least > limit && Min(rows.Slice(i % 3 * width, width)) > limit) return double.PositiveInfinity;
        }
        var distance = rows[(truth.Length % 3 * width) + read.Length];
        return distance <= limit ? distance : double.PositiveInfinity;
    }

    /// <summary>The words of a tree that may have been read so, cheapest first, then by their letters.</summary>
    /// <param name="read">Any word.</param>
    /// <param name="words">What to choose from.</param>
    /// <param name="maxCost">For each.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<PossibleReading> Readings(ReadOnlySpan<char> read, WordTree words, double maxCost, int count)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (read.Length > Tokenizer.MaxLength) return [];
        var found = new List<PossibleReading>();
        Span<float> rows = new float[(words.Depth + 1) * (read.Length + 1)];
        StartRow(read, rows[..(read.Length + 1)]);
        Walk(new(read, words, (float)maxCost, found), WordTree.Root, 0, '\0', rows);
        found.Sort((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : string.CompareOrdinal(a.Word, b.Word));
        return found.Count <= count ? found : found[..count];
    }

    // Walk, NextRow and Min are compiled well at once: in a young process, first drafts of them were a sixth of all time beside recognition.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(in Search search, int node, int depth, char last, Span<float> rows)
    {
        var width = search.Read.Length + 1;
        var row = rows.Slice(depth * width, width);
        if (search.Words.WordAt(node) is { } word && row[^1] <= search.MaxCost) search.Found.Add(new(word, row[^1]));
        if (Min(row) > search.MaxCost && (depth == 0 || Min(rows.Slice((depth - 1) * width, width)) > search.MaxCost)) return;
        var before = depth == 0 ? [] : rows.Slice((depth - 1) * width, width);
        for (var child = search.Words.FirstChild(node); child != 0; child = search.Words.NextSibling(child))
        {
            var letter = search.Words.LetterOf(child);
            NextRow(search.Read, row, before, last, letter, rows.Slice((depth + 1) * width, width));
            Walk(search, child, depth + 1, letter, rows);
        }
    }

    private readonly ref struct Search(ReadOnlySpan<char> read, WordTree words, float maxCost, List<PossibleReading> found)
    {
        public readonly ReadOnlySpan<char> Read = read;
        public readonly WordTree Words = words;
        public readonly float MaxCost = maxCost;
        public readonly List<PossibleReading> Found = found;
    }

    /// <summary>Nothing of the truth yet: all that is read was added.</summary>
    private void StartRow(ReadOnlySpan<char> read, Span<float> row)
    {
        row[0] = 0;
        for (var j = 0; j < read.Length; j++) row[j + 1] = row[j] + _added[LetterCode.Of(read[j])];
    }

    /// <summary>The costs of reading the truth, one letter more of it, as each beginning of what was read.</summary>
    /// <param name="previous">The row of the truth without this letter.</param>
    /// <param name="before">The row before that; empty when there is none.</param>
    /// <returns>The least of the row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float NextRow(ReadOnlySpan<char> read, ReadOnlySpan<float> previous, ReadOnlySpan<float> before, char last, char letter, Span<float> row)
    {
        var (lastCode, code) = (LetterCode.Of(last), LetterCode.Of(letter));
        var mayMerge = !before.IsEmpty && _mayMerge[At(lastCode, code)];
        var least = row[0] = previous[0] + _lost[code];
        for (var j = 1; j < row.Length; j++)
        {
            var readCode = LetterCode.Of(read[j - 1]);
            var cost = Math.Min(previous[j] + _lost[code], row[j - 1] + _added[readCode]);
            cost = Math.Min(cost, previous[j - 1] + (read[j - 1] == letter ? 0 : _replaced[At(code, readCode)]));
            if (j > 1 && _maySplit[code] && _split.TryGetValue(Key(code, LetterCode.Of(read[j - 2]), readCode), out var split))
                cost = Math.Min(cost, previous[j - 2] + split);
            if (mayMerge && _merged.TryGetValue(Key(lastCode, code, readCode), out var merged)) cost = Math.Min(cost, before[j - 1] + merged);
            row[j] = cost;
            least = Math.Min(least, cost);
        }
        return least;
    }

    private void Set(Confusion seen, MarkConfusions marks)
    {
        var cost = CostOf(seen.Count / (seen.Of + Smoothing));
        switch (seen.Truth.Length, seen.Read.Length)
        {
            case (1, 1):
                var (truth, read) = (Code(seen.Truth, 0), Code(seen.Read, 0));
                var similar = marks.Share(LetterCode.LetterOf(truth), LetterCode.LetterOf(read));
                _replaced[At(truth, read)] = CostOf((seen.Count + (Smoothing * similar)) / (seen.Of + Smoothing));
                break;
            case (1, 0): _lost[Code(seen.Truth, 0)] = cost; break;
            case (0, 1): _added[Code(seen.Read, 0)] = cost; break;
            case (2, 1):
                _merged[Key(Code(seen.Truth, 0), Code(seen.Truth, 1), Code(seen.Read, 0))] = cost;
                _mayMerge[At(Code(seen.Truth, 0), Code(seen.Truth, 1))] = true;
                break;
            case (1, 2):
                _split[Key(Code(seen.Truth, 0), Code(seen.Read, 0), Code(seen.Read, 1))] = cost;
                _maySplit[Code(seen.Truth, 0)] = true;
                break;
            default: throw new ArgumentException($"No confusion of letters: '{seen.Truth}' read as '{seen.Read}'.");
        }
    }

    private static float CostOf(double share) => (float)Math.Clamp(Math.Log(share) / Math.Log(Unseen), 0.01, 1);

    private static byte Code(string letters, int at) => LetterCode.Of(letters[at]);

    private static int At(int truth, int read) => (truth * LetterCode.Count) + read;

    private static int Key(byte one, byte two, byte three) => (one << 16) | (two << 8) | three;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Min(ReadOnlySpan<float> row)
    {
        var least = float.PositiveInfinity;
        foreach (var cost in row) least = Math.Min(least, cost);
        return least;
    }
}
