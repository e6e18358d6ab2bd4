using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>What facets of one segment are counted from: an array of numbers a field.</summary>
/// <remarks>Doc values cost several calls for each document; these are read from them once and kept as long as the segment lives.</remarks>
internal sealed class FacetColumns
{
    public const int MaxYear = 9_999;

    private static readonly ConditionalWeakTable<object, FacetColumns> Known = [];

    private FacetColumns(FacetColumn[] columns, ushort[] years) => (Columns, Years) = (columns, years);

    /// <summary>The fields that are counted by their values, in the order of <see cref="Columns"/>.</summary>
    public static string[] Fields { get; } = [IndexFields.Kind, IndexFields.Issuer, IndexFields.Award, IndexFields.Place, IndexFields.Dossier];

    public static FacetColumns Empty { get; } = new([], []);

    public FacetColumn[] Columns { get; }

    /// <summary>0 when unknown.</summary>
    public ushort[] Years { get; }

    public static FacetColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => Read(reader));

    private static FacetColumns Read(AtomicReader reader)
    {
        var yearValues = reader.GetNumericDocValues(IndexFields.Year);
        var years = new ushort[reader.MaxDoc];
        for (var doc = 0; doc < reader.MaxDoc; doc++) years[doc] = (ushort)(yearValues?.Get(doc) ?? 0);
        return new(Array.ConvertAll(Fields, field => FacetColumn.Read(reader, IndexFields.NameOf(field))), years);
    }
}

/// <summary>The values of one field in one segment.</summary>
/// <param name="Names">The first one is empty.</param>
/// <param name="Values">For each document an index of <paramref name="Names"/>; empty when no document has one.</param>
internal sealed record FacetColumn(string[] Names, int[] Values)
{
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
}
