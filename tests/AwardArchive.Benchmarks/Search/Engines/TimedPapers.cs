using System.Collections;
using System.Diagnostics;
using AwardArchive.Benchmarks.Search.Corpus;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>Papers, with the time that making them took.</summary>
internal sealed class TimedPapers(IEnumerable<CorpusDocument> papers) : IEnumerable<CorpusDocument>
{
    private readonly Stopwatch watch = new();

    public TimeSpan Elapsed => watch.Elapsed;

    public IEnumerator<CorpusDocument> GetEnumerator()
    {
        using var all = papers.GetEnumerator();
        while (true)
        {
            watch.Start();
            var more = all.MoveNext();
            watch.Stop();
            if (!more) yield break;
            yield return all.Current;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
