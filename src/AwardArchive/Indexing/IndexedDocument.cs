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
    /// <summary>How often the document's own number and its title stand before its pages: what BM25 sees as their weight over the body.</summary>
    private const int NumberWeight = 3;
    private const int TitleWeight = 2;

    /// <summary>Characters of all awards of one paper that are counted: a doc value holds 32 KB.</summary>
    private const int MostOfAwards = 4_000;

    /// <summary>Whether people may find it: it is through with recognition and not withdrawn.</summary>
    public static bool IsSearchable(DocumentStatus status) => status is DocumentStatus.Ready or DocumentStatus.NeedsAttention;

    public static Term TermOf(Guid id) => new(IndexFields.Id, id.ToString("N"));

    /// <summary>Makes the Lucene document.</summary>
    /// <param name="document">Facts and identity.</param>
    /// <param name="pages">All its pages, in order.</param>
    /// <param name="mentions">Whom it names, in reading order.</param>
    /// <returns>Null when it needs attention and has no text to be found by.</returns>
    public static LuceneDocument? Of(Archive.Document document, IReadOnlyList<Page> pages, IReadOnlyList<Mention> mentions)
    {
        if (document.Status == DocumentStatus.NeedsAttention && pages.All(page => page.Text.Length == 0)) return null;
        var facts = document.Facts ?? DocumentFacts.None;
        var (high, low) = Halves(document.Id);
        var before = TextOf(facts).Select(text => AnalyzedText.Of(text)).ToList();
        var texts = pages.Select(page => AnalyzedText.OfPage(page.Text, page.Alternatives)).ToList();
        PersonRow[] people = [.. mentions.Select(PersonRow.Of)];
        var beside = RowsBeside(people, pages, texts).ToList();
        texts.AddRange(beside.Select(row => row.Text));
        var starts = PageStarts.Of(before, pages.Select(page => page.Number).Concat(beside.Select(row => row.Page)), texts);
        var indexed = new LuceneDocument
        {
            new StringField(IndexFields.Id, document.Id.ToString("N"), Field.Store.NO),
            new NumericDocValuesField(IndexFields.IdHigh, high),
            new NumericDocValuesField(IndexFields.IdLow, low),
            new NumericDocValuesField(IndexFields.DocumentVersion, document.Version),
            new BinaryDocValuesField(IndexFields.PageStarts, new BytesRef(starts.ToBytes())),
        };
        foreach (var text in before.Concat(texts)) indexed.Add(new TextField(IndexFields.Text, new TermStream(text)));
        if (document.DossierId is { } dossier)
        {
            indexed.Add(new StringField(IndexFields.Dossier, dossier.ToString("N"), Field.Store.NO));
            indexed.Add(new SortedDocValuesField(IndexFields.NameOf(IndexFields.Dossier), new BytesRef(dossier.ToString())));
        }
        AddFacts(indexed, facts);
        AddAwards(indexed, facts, mentions.OfType<Entry>());
        foreach (var name in people.Where(person => !person.IsCollective).Select(person => IndexFields.FacetKey(person.Name.Value)).Distinct())
            indexed.Add(new StringField(IndexFields.People, name, Field.Store.NO));
        foreach (var suggestion in SuggestionsOfDocument.Of(facts, texts))
            indexed.Add(new StringField(IndexFields.Suggestion, suggestion.ToTerm(), Field.Store.NO));
        return indexed;
    }

    /// <summary>The versions of a document that the index has: one, or none.</summary>
    public static IReadOnlyList<long> FindVersions(IndexReader index, Guid id)
    {
        var found = new List<long>();
        foreach (var leaf in index.Leaves)
        {
            var segment = leaf.AtomicReader;
            if (segment.GetTermDocsEnum(TermOf(id)) is not { } documents) continue;
            var versions = segment.GetNumericDocValues(IndexFields.DocumentVersion);
            while (documents.NextDoc() != Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS) found.Add(versions.Get(documents.DocID));
        }
        return found;
    }

    /// <summary>The id from its doc values.</summary>
    public static Guid IdOf(long high, long low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The id of a document of a segment.</summary>
    public static Guid IdOf(AtomicReader segment, int doc) =>
        IdOf(segment.GetNumericDocValues(IndexFields.IdHigh).Get(doc), segment.GetNumericDocValues(IndexFields.IdLow).Get(doc));

    private static (long High, long Low) Halves(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }

    /// <summary>What a person may have corrected in the facts is found though the page reads otherwise.</summary>
    private static IEnumerable<string> TextOf(DocumentFacts facts)
    {
        var number = $"{facts.Kind?.Value} {facts.Number?.Value}/{facts.Symbol?.Value}";
        if (facts.Number is not null) return Enumerable.Repeat(number, NumberWeight).Concat(Enumerable.Repeat(facts.Title?.Value ?? "", TitleWeight));
        return Enumerable.Repeat(facts.Title?.Value ?? "", TitleWeight);
    }

    /// <summary>Behind the pages stand the rows that they read otherwise, each on the page that it is found by.</summary>
    private static IEnumerable<(int Page, AnalyzedText Text)> RowsBeside(PersonRow[] people, IReadOnlyList<Page> pages, List<AnalyzedText> texts)
    {
        var byNumber = new Dictionary<int, AnalyzedText>(pages.Count);
        for (var i = 0; i < pages.Count; i++) byNumber[pages[i].Number] = texts[i];
        foreach (var person in people)
        {
            if (person.BesidePage(byNumber.GetValueOrDefault(person.Page)) is { } text) yield return (person.Page, AnalyzedText.Of(text));
        }
    }

    private static void AddFacts(LuceneDocument indexed, DocumentFacts facts)
    {
        if (facts.Number is { } number) AddNumber(indexed, number.Value, facts.Symbol?.Value ?? "");
        AddFacet(indexed, IndexFields.Kind, facts.Kind);
        AddFacet(indexed, IndexFields.Issuer, facts.Issuer);
        AddFacet(indexed, IndexFields.Place, facts.Place);
        if (facts.IssuedOn is { } issued && TryReadDate(issued.Value, out var year, out var sortable))
        {
            indexed.Add(new Int32Field(IndexFields.Year, year, Field.Store.NO));
            indexed.Add(new NumericDocValuesField(IndexFields.Year, year));
            indexed.Add(new NumericDocValuesField(IndexFields.IssuedOn, sortable));
        }
    }

    /// <summary>A list may give several awards: each is a term, and all of them are one doc value, so that a document has one combination of values still.</summary>
    private static void AddAwards(LuceneDocument indexed, DocumentFacts facts, IEnumerable<Entry> entries)
    {
        var awards = new SortedSet<string>(StringComparer.Ordinal);
        Add(facts.Award, facts.AwardClass);
        foreach (var entry in entries) Add(entry.Value.Award, entry.Value.AwardClass);
        if (awards.Count == 0) return;
        foreach (var award in awards) indexed.Add(new StringField(IndexFields.Award, IndexFields.FacetKey(award), Field.Store.NO));
        indexed.Add(new SortedDocValuesField(IndexFields.NameOf(IndexFields.Award), new BytesRef(string.Join(IndexFields.BetweenValues, awards))));

        void Add(Fact? award, Fact? rank)
        {
            if (award is null || awards.Sum(known => known.Length) + (2 * award.Value.Length) > MostOfAwards) return;
            awards.Add(award.Value);
            if (rank is not null) awards.Add($"{award.Value} hạng {rank.Value}");
        }
    }

    private static void AddFacet(LuceneDocument indexed, string field, Fact? fact)
    {
        if (fact is null) return;
        indexed.Add(new StringField(field, IndexFields.FacetKey(fact.Value), Field.Store.NO));
        indexed.Add(new SortedDocValuesField(IndexFields.NameOf(field), new BytesRef(fact.Value)));
    }

    private static void AddNumber(LuceneDocument indexed, string number, string symbol)
    {
        string[] keys = [IndexFields.NumberPart(number), IndexFields.NumberPart(symbol), IndexFields.NumberPart($"{number}/{symbol}")];
        foreach (var key in keys.Where(key => key.Length > 0).Distinct()) indexed.Add(new StringField(IndexFields.Number, key, Field.Store.NO));
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
