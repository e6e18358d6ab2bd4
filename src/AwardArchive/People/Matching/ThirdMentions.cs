namespace AwardArchive.People.Matching;

/// <summary>
/// Two mentions that both fit a third are of one person with it: what is misread in one and missing in the other, the third may have.
/// </summary>
internal static class ThirdMentions
{
    /// <summary>A third must fit both at least so well.</summary>
    private const double Strong = 0.9;

    /// <summary>For each pair that has a third, the probability through the best of them: both must hold.</summary>
    /// <param name="pairs">Probabilities, the lower place first.</param>
    public static Dictionary<(int One, int Other), double> Of(IReadOnlyDictionary<(int One, int Other), double> pairs)
    {
        var strong = pairs.Where(pair => pair.Value >= Strong)
            .SelectMany(pair => new[] { (At: pair.Key.One, With: pair.Key.Other, pair.Value), (At: pair.Key.Other, With: pair.Key.One, pair.Value) })
            .ToLookup(entry => entry.At, entry => (entry.With, entry.Value));
        var through = new Dictionary<(int, int), double>();
        foreach (var third in strong)
        {
            var fitting = third.OrderBy(entry => entry.With).ToList();
            for (var i = 0; i < fitting.Count; i++)
            {
                for (var j = i + 1; j < fitting.Count; j++)
                {
                    var pair = (fitting[i].With, fitting[j].With);
                    var both = fitting[i].Value * fitting[j].Value;
                    if (both > through.GetValueOrDefault(pair)) through[pair] = both;
                }
            }
        }
        return through;
    }
}
