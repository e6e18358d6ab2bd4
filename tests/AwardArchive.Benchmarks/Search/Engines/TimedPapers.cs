using System.Collections;
using AwardArchive.Benchmarks.Search.Corpus;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>Papers, with the time that making them took.</summary>
internal sealed class TimedPapers(IEnumerable<CorpusDocument> papers) : IEnumerable<CorpusDocument>
{
    public BuildTime Elapsed { get; private set; }

    public IEnumerator<CorpusDocument> GetEnumerator()
    {
        using var all = papers.GetEnumerator();
        while (true)
        {
            var began = BuildTime.Now;
            var more = all.MoveNext();
            Elapsed += BuildTime.Now - began;
            if (!more) yield break;
            yield return all.Current;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
