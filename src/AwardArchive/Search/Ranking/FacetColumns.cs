using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>What facets of one segment are counted from: each document has one combination of kind, year, issuer and so on, and combinations are few.</summary>
/// <remarks>Doc values cost several calls for each document; they are read once and kept as long as the segment lives. A hit then costs one count.</remarks>
internal sealed class FacetColumns
{
    private static readonly ConditionalWeakTable<object, FacetColumns> Known = [];

    private FacetColumns(int[] combinations, int count, FacetColumn[] columns) => (Combinations, Count, Columns) = (combinations, count, columns);

    /// <summary>The fields that are counted by their values, in the order of <see cref="Columns"/>.</summary>
    public static string[] Fields { get; } = [IndexFields.Kind, IndexFields.Issuer, IndexFields.Award, IndexFields.Place, IndexFields.Dossier, IndexFields.Year];

    /// <summary>For each document the number of its combination.</summary>
    public int[] Combinations { get; }

    /// <summary>Of different combinations.</summary>
    public int Count { get; }

    /// <summary>What the combinations have, by field.</summary>
    public FacetColumn[] Columns { get; }

    public static FacetColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => Read(reader));

    private static FacetColumns Read(AtomicReader reader)
    {
        var ofDocuments = Array.ConvertAll(Fields, field => field == IndexFields.Year ? FacetColumn.ReadYears(reader) : FacetColumn.Read(reader, IndexFields.NameOf(field)));
        var known = new Dictionary<(int, int, int, int, int, int), int>();
        var firsts = new List<int>();
        var combinations = new int[reader.MaxDoc];
        for (var doc = 0; doc < combinations.Length; doc++)
        {
            var key = (ofDocuments[0].At(doc), ofDocuments[1].At(doc), ofDocuments[2].At(doc), ofDocuments[3].At(doc), ofDocuments[4].At(doc), ofDocuments[5].At(doc));
            if (!known.TryGetValue(key, out var combination))
            {
                known[key] = combination = firsts.Count;
                firsts.Add(doc);
            }
            combinations[doc] = combination;
        }
        return new(combinations, firsts.Count, Array.ConvertAll(ofDocuments, column => column.Values.Length == 0 ? column : column with { Values = [.. firsts.Select(column.At)] }));
    }
}

/// <summary>The values of one field in one segment.</summary>
/// <param name="Names">The first one is empty: it stands for none.</param>
/// <param name="Values">Indexes of <paramref name="Names"/>; empty when nothing has a value.</param>
internal sealed record FacetColumn(string[] Names, int[] Values)
{
    public int At(int index) => Values.Length == 0 ? 0 : Values[index];

    public static FacetColumn Read(AtomicReader reader, string field)
    {
        if (reader.GetSortedDocValues(field) is not { ValueCount: > 0 } values) return new([""], []);
        var names = new string[values.ValueCount + 1];
        names[0] = "";
        for (var i = 0; i < values.ValueCount; i++)
        {
            var name = new BytesRef();
            values.LookupOrd(i, name);
            names[i + 1] = name.Utf8ToString();
        }
        var indexes = new int[reader.MaxDoc];
        for (var doc = 0; doc < indexes.Length; doc++) indexes[doc] = values.GetOrd(doc) + 1;
        return new(names, indexes);
    }

    /// <summary>Years by their figures.</summary>
    public static FacetColumn ReadYears(AtomicReader reader)
    {
        if (reader.GetNumericDocValues(IndexFields.Year) is not { } years) return new([""], []);
        var known = new Dictionary<long, int> { [0] = 0 };
        var indexes = new int[reader.MaxDoc];
        for (var doc = 0; doc < indexes.Length; doc++)
        {
            var year = years.Get(doc);
            if (!known.TryGetValue(year, out var index)) known[year] = index = known.Count;
            indexes[doc] = index;
        }
        return new([.. known.OrderBy(year => year.Value).Select(year => year.Key == 0 ? "" : FormattableString.Invariant($"{year.Key}"))], indexes);
    }
}
