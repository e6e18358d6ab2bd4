using System.Buffers.Binary;
using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Indexing.Suggestions;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace AwardArchive.Indexing;

/// <summary>An archived document as Lucene keeps it.</summary>
internal static class IndexedDocument
{
    /// <summary>Whether people may find it: it is through with recognition and not withdrawn.</summary>
    public static bool IsSearchable(DocumentStatus status) => status is DocumentStatus.Ready or DocumentStatus.NeedsAttention;

    public static Term TermOf(Guid id) => new(IndexFields.Id, id.ToString("N"));

    /// <summary>Makes the Lucene document.</summary>
    /// <param name="document">Facts and identity.</param>
    /// <param name="pages">All its pages, in order.</param>
    /// <returns>Null when it needs attention and has no text to be found by.</returns>
    public static LuceneDocument? Of(Archive.Document document, IReadOnlyList<Page> pages)
    {
        if (document.Status == DocumentStatus.NeedsAttention && pages.All(page => page.Text.Length == 0)) return null;
        var (high, low) = Halves(document.Id);
        var indexed = new LuceneDocument
        {
            new StringField(IndexFields.Id, document.Id.ToString("N"), Field.Store.NO),
            new NumericDocValuesField(IndexFields.IdHigh, high),
            new NumericDocValuesField(IndexFields.IdLow, low),
            new BinaryDocValuesField(IndexFields.PageStarts, new BytesRef(PageStarts.Of(pages).ToBytes())),
        };
        foreach (var page in pages) indexed.Add(new TextField(IndexFields.Text, page.Text, Field.Store.NO));
        if (document.DossierId is { } dossier) indexed.Add(new StringField(IndexFields.Dossier, dossier.ToString("N"), Field.Store.NO));
        AddFacts(indexed, document.Facts ?? DocumentFacts.None);
        foreach (var suggestion in SuggestionsOfDocument.Of(document.Facts ?? DocumentFacts.None, pages))
            indexed.Add(new StringField(IndexFields.Suggestion, suggestion.ToTerm(), Field.Store.NO));
        return indexed;
    }

    /// <summary>The id from its doc values.</summary>
    public static Guid IdOf(long high, long low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    private static (long High, long Low) Halves(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }

    private static void AddFacts(LuceneDocument indexed, DocumentFacts facts)
    {
        if (facts.Title is { } title) indexed.Add(new TextField(IndexFields.Title, title.Value, Field.Store.NO));
        if (facts.Number is { } number) indexed.Add(new TextField(IndexFields.Number, $"{number.Value}/{facts.Symbol?.Value}", Field.Store.NO));
        if (facts.Kind is { } kind)
        {
            indexed.Add(new StringField(IndexFields.Kind, IndexFields.KindKey(kind.Value), Field.Store.NO));
            indexed.Add(new SortedDocValuesField(IndexFields.KindName, new BytesRef(kind.Value)));
        }
        if (facts.IssuedOn is { } issued && TryReadDate(issued.Value, out var year, out var sortable))
        {
            indexed.Add(new Int32Field(IndexFields.Year, year, Field.Store.NO));
            indexed.Add(new NumericDocValuesField(IndexFields.Year, year));
            indexed.Add(new NumericDocValuesField(IndexFields.IssuedOn, sortable));
        }
    }

    /// <summary>ISO 8601, whole or partial.</summary>
    private static bool TryReadDate(string iso, out int year, out long sortable)
    {
        var parts = iso.Split('-');
        var month = 0;
        var day = 0;
        var read = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && (parts.Length < 2 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out month))
            && (parts.Length < 3 || int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out day));
        sortable = (((year * 100L) + month) * 100) + day;
        return read && year is > 0 and < 10_000;
    }
}
