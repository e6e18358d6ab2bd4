using System.Runtime.InteropServices;

namespace AwardArchive.People.Matching;

/// <summary>Which mentions are compared: those that share a key.</summary>
internal static class Candidates
{
    /// <summary>A key under which more meet says too little; another key will bring together those that belong together.</summary>
    private const int LargestBlock = 250;

    /// <summary>Pairs of places in the list, the lower first, each once, in order.</summary>
    /// <param name="mentions">All.</param>
    /// <param name="skipped">How many blocks were too large; to be told, not hidden.</param>
    public static IReadOnlyList<(int One, int Other)> Pairs(IReadOnlyList<ReadMention> mentions, out int skipped)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < mentions.Count; i++)
        {
            foreach (var key in BlockingKeys.Of(mentions[i]).Distinct(StringComparer.Ordinal))
                (CollectionsMarshal.GetValueRefOrAddDefault(blocks, key, out _) ??= []).Add(i);
        }
        skipped = 0;
        var pairs = new HashSet<(int, int)>();
        foreach (var block in blocks.Values)
        {
            if (block.Count > LargestBlock)
            {
                skipped++;
                continue;
            }
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count; j++) pairs.Add((block[i], block[j]));
            }
        }
        return [.. pairs.Order()];
    }
}
