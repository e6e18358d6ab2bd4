using System.Globalization;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>Counts kinds and years over everything that matches, from doc values.</summary>
internal sealed class FacetCollector : ICollector
{
    private const int MaxKinds = 50;
    private const int MaxYears = 200;

    private readonly Dictionary<string, int> kinds = [];
    private readonly SortedDictionary<long, int> years = [];
    private SortedDocValues? kindsOfSegment;
    private NumericDocValues? yearsOfSegment;
    private int[] countsOfSegment = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Counting needs no scores.
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        EndSegment();
        kindsOfSegment = context.AtomicReader.GetSortedDocValues(IndexFields.KindName);
        yearsOfSegment = context.AtomicReader.GetNumericDocValues(IndexFields.Year);
        countsOfSegment = new int[kindsOfSegment?.ValueCount ?? 0];
    }

    public void Collect(int doc)
    {
        if (kindsOfSegment?.GetOrd(doc) is >= 0 and var kind) countsOfSegment[kind]++;
        if (yearsOfSegment?.Get(doc) is > 0 and var year) years[year] = years.GetValueOrDefault(year) + 1;
    }

    public SearchFacets ToFacets()
    {
        EndSegment();
        return new(
            [.. kinds.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Take(MaxKinds).Select(kind => new FacetValue(kind.Key, kind.Value))],
            [.. years.Reverse().Take(MaxYears).Select(year => new FacetValue(year.Key.ToString(CultureInfo.InvariantCulture), year.Value))]);
    }

    private void EndSegment()
    {
        for (var kind = 0; kind < countsOfSegment.Length; kind++)
        {
            if (countsOfSegment[kind] == 0) continue;
            var name = new BytesRef();
            kindsOfSegment!.LookupOrd(kind, name);
            var text = name.Utf8ToString();
            kinds[text] = kinds.GetValueOrDefault(text) + countsOfSegment[kind];
        }
        countsOfSegment = [];
    }
}
