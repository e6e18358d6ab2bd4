using System.Globalization;
using Lucene.Net.Index;

namespace AwardArchive.Search;

/// <summary>Counts kinds and years over everything that matches.</summary>
internal sealed class FacetCounts
{
    private const int MaxKinds = 50;
    private const int MaxYears = 200;

    private readonly Dictionary<string, int> kinds = [];
    private readonly int[] years = new int[FacetColumns.MaxYear + 1];
    private FacetColumns columns = FacetColumns.Empty;
    private int[] kindsOfSegment = [];

    public void SetSegment(AtomicReader reader)
    {
        EndSegment();
        columns = FacetColumns.Of(reader);
        kindsOfSegment = new int[columns.KindNames.Length];
    }

    public void Count(int doc)
    {
        kindsOfSegment[columns.Kinds[doc]]++;
        years[columns.Years[doc]]++;
    }

    public SearchFacets ToFacets()
    {
        EndSegment();
        var counted = Enumerable.Range(1, FacetColumns.MaxYear).Where(year => years[year] > 0).Reverse().Take(MaxYears);
        return new(
            [.. kinds.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Take(MaxKinds).Select(kind => new FacetValue(kind.Key, kind.Value))],
            [.. counted.Select(year => new FacetValue(year.ToString(CultureInfo.InvariantCulture), years[year]))]);
    }

    /// <summary>The first name is that of documents without a kind.</summary>
    private void EndSegment()
    {
        for (var kind = 1; kind < kindsOfSegment.Length; kind++)
        {
            if (kindsOfSegment[kind] > 0) kinds[columns.KindNames[kind]] = kinds.GetValueOrDefault(columns.KindNames[kind]) + kindsOfSegment[kind];
        }
        kindsOfSegment = [];
    }
}
