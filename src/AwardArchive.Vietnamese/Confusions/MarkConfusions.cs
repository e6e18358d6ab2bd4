namespace AwardArchive.Vietnamese;

/// <summary>
/// How often marks are read as others, over all letters that bear them: what is known of <c>ẳ</c> read as <c>ẵ</c>, seen too seldom
/// itself, from every hỏi read as ngã.
/// </summary>
internal sealed class MarkConfusions
{
    private readonly Dictionary<(Shape, Tone, Shape, Tone), double> _shares;

    public MarkConfusions(IEnumerable<Confusion> confusions)
    {
        var counts = new Dictionary<(Shape, Tone, Shape, Tone), int>();
        var letters = new Dictionary<(Shape, Tone), Dictionary<char, int>>();
        foreach (var seen in confusions)
        {
            if (seen.Truth.Length != 1 || !Letter.TryRead(seen.Truth[0], out var truth) || !truth.IsVowel) continue;
            if (!letters.TryGetValue((truth.Shape, truth.Tone), out var of)) letters[(truth.Shape, truth.Tone)] = of = [];
            of[truth.Base] = seen.Of;
            if (seen.Read.Length != 1 || !Letter.TryRead(seen.Read[0], out var read) || read.Base != truth.Base) continue;
            var key = (truth.Shape, truth.Tone, read.Shape, read.Tone);
            counts[key] = counts.GetValueOrDefault(key) + seen.Count;
        }
        _shares = counts.ToDictionary(pair => pair.Key, pair => (double)pair.Value / letters[(pair.Key.Item1, pair.Key.Item2)].Values.Sum());
    }

    /// <summary>0 where nothing is known: other letters, marks that were never read so.</summary>
    public double Share(char truth, char read) =>
        Letter.TryRead(truth, out var one) && Letter.TryRead(read, out var other) && one.Base == other.Base
            ? _shares.GetValueOrDefault((one.Shape, one.Tone, other.Shape, other.Tone))
            : 0;
}
