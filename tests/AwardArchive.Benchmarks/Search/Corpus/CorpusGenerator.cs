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
        var vocabulary = new Vocabulary();
        var specs = new SpecGenerator(new SplitMix64(seed), vocabulary);
        var writer = new SpecWriter(vocabulary);
        var letters = new SplitMix64(~seed);
        for (var written = 0; written < pages;)
        {
            var document = writer.Write(specs.Next(Noise, MostPages), letters.Fork());
            written += document.Pages.Count;
            yield return document;
        }
    }
}
