using System.Globalization;
using AwardArchive.Indexing;
using Lucene.Net.Index;

namespace AwardArchive.Search;

/// <summary>Counts years and the values of each field of <see cref="FacetColumns.Fields"/> over everything that matches.</summary>
internal sealed class FacetCounts
{
    private const int MaxValues = 50;
    private const int MaxYears = 200;

    private readonly Dictionary<string, int>[] counts = Array.ConvertAll(FacetColumns.Fields, _ => new Dictionary<string, int>(StringComparer.Ordinal));
    private readonly int[] years = new int[FacetColumns.MaxYear + 1];
    private FacetColumns columns = FacetColumns.Empty;
    private int[][] ofSegment = [];

    public void SetSegment(AtomicReader reader)
    {
        EndSegment();
        columns = FacetColumns.Of(reader);
        ofSegment = Array.ConvertAll(columns.Columns, column => new int[column.Names.Length]);
    }

    public void Count(int doc)
    {
        for (var field = 0; field < ofSegment.Length; field++)
        {
            var values = columns.Columns[field].Values;
            if (values.Length > 0) ofSegment[field][values[doc]]++;
        }
        years[columns.Years[doc]]++;
    }

    public SearchFacets ToFacets()
    {
        EndSegment();
        return new(
            ValuesOf(IndexFields.Kind), YearsFound(),
            ValuesOf(IndexFields.Issuer), ValuesOf(IndexFields.Award), ValuesOf(IndexFields.Place), ValuesOf(IndexFields.Dossier));
    }

    /// <summary>The latest first.</summary>
    private List<FacetValue> YearsFound()
    {
        var found = new List<FacetValue>();
        for (var year = FacetColumns.MaxYear; year > 0 && found.Count < MaxYears; year--)
        {
            if (years[year] > 0) found.Add(new(year.ToString(CultureInfo.InvariantCulture), years[year]));
        }
        return found;
    }

    private IReadOnlyList<FacetValue> ValuesOf(string field) =>
    [
        .. counts[Array.IndexOf(FacetColumns.Fields, field)].OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(MaxValues)
            .Select(value => new FacetValue(value.Key, value.Value)),
    ];

    /// <summary>The first name is that of documents without a value.</summary>
    private void EndSegment()
    {
        for (var field = 0; field < ofSegment.Length; field++)
        {
            var names = columns.Columns[field].Names;
            for (var value = 1; value < names.Length; value++)
            {
                if (ofSegment[field][value] > 0) counts[field][names[value]] = counts[field].GetValueOrDefault(names[value]) + ofSegment[field][value];
            }
        }
        ofSegment = [];
    }
}
