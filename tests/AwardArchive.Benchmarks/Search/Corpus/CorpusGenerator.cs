using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <summary>Papers without end, one at a time: the same seed gives the same papers, however many are taken.</summary>
internal static class CorpusGenerator
{
    /// <summary>Words misread, of one.</summary>
    public const float Noise = 0.05f;

    private const int MostPages = 20;

    /// <summary>Until there are that many pages, or a few more: a paper is never cut.</summary>
    public static IEnumerable<CorpusDocument> Generate(ulong seed, int pages)
    {
        var writer = new SpecWriter(new Vocabulary());
        var letters = new SplitMix64(~seed);
        var written = 0;
        foreach (var spec in Specs(seed))
        {
            var document = writer.Write(spec, letters.Fork());
            yield return document;
            written += document.Pages.Count;
            if (written >= pages) yield break;
        }
    }

    /// <summary>What the papers of that seed say, without end.</summary>
    public static IEnumerable<PaperSpec> Specs(ulong seed)
    {
        var specs = new SpecGenerator(new SplitMix64(seed), new Vocabulary());
        while (true) yield return specs.Next(Noise, MostPages);
    }
}
