using System.Globalization;
using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using Lucene.Net.Index;

namespace AwardArchive.Search;

/// <summary>Counts the values of each field of <see cref="FacetColumns.Fields"/> over everything that matches.</summary>
internal sealed class FacetCounts
{
    private const int MaxValues = 50;
    private const int MaxYears = 200;

    private readonly Dictionary<string, int>[] counts = Array.ConvertAll(FacetColumns.Fields, _ => new Dictionary<string, int>(StringComparer.Ordinal));
    private FacetColumns? columns;
    private int[] ofCombinations = [];

    public void BeginSegment(AtomicReader reader)
    {
        EndSegment();
        columns = FacetColumns.Of(reader);
        ofCombinations = new int[columns.Count];
    }

    /// <param name="start">First document of the window, in its segment.</param>
    /// <param name="window">What matches.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(int start, DocWindow window)
    {
        var combinations = columns!.Combinations.AsSpan(start);
        foreach (var doc in window) ofCombinations[combinations[doc]]++;
    }

    public SearchFacets ToFacets()
    {
        EndSegment();
        return new(
            ValuesOf(IndexFields.Kind), YearsFound(),
            ValuesOf(IndexFields.Issuer), ValuesOf(IndexFields.Award), ValuesOf(IndexFields.Place), ValuesOf(IndexFields.Dossier));
    }

    /// <summary>The latest first.</summary>
    private IReadOnlyList<FacetValue> YearsFound() =>
    [
        .. CountsOf(IndexFields.Year).OrderByDescending(year => int.Parse(year.Key, CultureInfo.InvariantCulture)).Take(MaxYears).Select(year => new FacetValue(year.Key, year.Value)),
    ];

    private IReadOnlyList<FacetValue> ValuesOf(string field) =>
    [
        .. CountsOf(field).OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(MaxValues)
            .Select(value => new FacetValue(value.Key, value.Value)),
    ];

    private Dictionary<string, int> CountsOf(string field) => counts[Array.IndexOf(FacetColumns.Fields, field)];

    /// <summary>From combinations to values. The first name is that of documents without a value.</summary>
    private void EndSegment()
    {
        if (columns is null) return;
        for (var field = 0; field < counts.Length; field++)
        {
            var column = columns.Columns[field];
            if (column.Values.Length == 0) continue;
            var ofValues = new int[column.Names.Length];
            for (var combination = 0; combination < ofCombinations.Length; combination++) ofValues[column.Values[combination]] += ofCombinations[combination];
            for (var value = 1; value < ofValues.Length; value++)
            {
                if (ofValues[value] == 0) continue;
                foreach (var name in column.Names[value].Split(IndexFields.BetweenValues)) counts[field][name] = counts[field].GetValueOrDefault(name) + ofValues[value];
            }
        }
        columns = null;
    }
}
