using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>What facets of one segment are counted from: an array of numbers a field, four bytes a document in all.</summary>
/// <remarks>Doc values cost several calls for each document; these are read from them once and kept as long as the segment lives.</remarks>
internal sealed class FacetColumns
{
    public const int MaxYear = 9_999;

    private static readonly ConditionalWeakTable<object, FacetColumns> Known = [];

    private FacetColumns(string[] kindNames, ushort[] kinds, ushort[] years) => (KindNames, Kinds, Years) = (kindNames, kinds, years);

    public static FacetColumns Empty { get; } = new([""], [], []);

    /// <summary>The first one is empty.</summary>
    public string[] KindNames { get; }

    /// <summary>For each document an index of <see cref="KindNames"/>.</summary>
    public ushort[] Kinds { get; }

    /// <summary>0 when unknown.</summary>
    public ushort[] Years { get; }

    public static FacetColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => Read(reader));

    private static FacetColumns Read(AtomicReader reader)
    {
        var kindValues = reader.GetSortedDocValues(IndexFields.KindName);
        var yearValues = reader.GetNumericDocValues(IndexFields.Year);
        var names = new List<string> { "" };
        for (var i = 0; i < kindValues?.ValueCount; i++)
        {
            var name = new BytesRef();
            kindValues.LookupOrd(i, name);
            names.Add(name.Utf8ToString());
        }
        var (kinds, years) = (new ushort[reader.MaxDoc], new ushort[reader.MaxDoc]);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            kinds[doc] = (ushort)((kindValues?.GetOrd(doc) ?? -1) + 1);
            years[doc] = (ushort)(yearValues?.Get(doc) ?? 0);
        }
        return new([.. names], kinds, years);
    }
}
