using AwardArchive.Archive;
using AwardArchive.Indexing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search;

/// <summary>Finds the rows of documents that name whom a query asks for: from the catalog, so that a row that was corrected a moment ago leads nowhere else.</summary>
internal static class PeopleOfHits
{
    /// <summary>Rows that are read for one answer.</summary>
    private const int MaxRows = 500;

    /// <param name="reading">Of the query.</param>
    /// <returns>By document, the closest first, then in reading order.</returns>
    public static async Task<ILookup<Guid, HitPerson>> FindAsync(
        CatalogDbContext db, IReadOnlyCollection<Guid> documents, QueryReading reading, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Document, HitPerson Person)>();
        foreach (var name in reading.People)
        {
            foreach (var mention in await MentionsAsync(db, documents, name, cancellationToken))
            {
                var row = PersonRow.Of(mention);
                if (!row.IsCollective && HowNamed(reading, name, row.Name.Value) is { } how)
                    found.Add((mention.DocumentId, new(row.Id, row.Name.Value, row.BirthYear?.Value, row.HomePlace?.Value, row.Page, row.Box, how)));
            }
        }
        return found.OrderBy(row => row.Person.How).ToLookup(row => row.Document, row => row.Person); // stable: reading order stays
    }

    /// <summary>As a part of the row's name; or the row's whole name is what the words begin with: behind a name typed in small letters may stand a year or a place.</summary>
    private static MatchKind? HowNamed(QueryReading reading, IReadOnlyList<SearchWord> name, string row)
    {
        var text = AnalyzedText.Of(row);
        return PartMatcher.KindOfName(reading, name, text)
            ?? (BeginningsOf(name).Contains(Mention.KeyOf(row)) ? PartMatcher.KindOfName(reading, [.. name.Take(text.Words.Count)], text) : null);
    }

    /// <summary>Those whose family name and given name are read well, what stands between may be misread or missing; and those that the words begin with.</summary>
    private static Task<List<Mention>> MentionsAsync(CatalogDbContext db, IReadOnlyCollection<Guid> documents, IReadOnlyList<SearchWord> name, CancellationToken cancellationToken)
    {
        var (family, given, beginnings) = (Mention.KeyOf(name[0].Exact), Mention.KeyOf(name[^1].Exact), BeginningsOf(name).ToList());
        var among = documents.ToList();
        return db.Mentions.AsNoTracking()
            .Where(mention => EF.Parameter(among).Contains(mention.DocumentId)
                && ((mention.NameKey.Contains(family) && mention.NameKey.Contains(given)) || EF.Parameter(beginnings).Contains(mention.NameKey)))
            .OrderBy(mention => mention.DocumentId).ThenBy(mention => EF.Property<RowKind>(mention, "Kind")).ThenBy(mention => mention.Ordinal).Take(MaxRows).ToListAsync(cancellationToken);
    }

    /// <summary>Keys of all its words but one, but two … down to two words.</summary>
    private static IEnumerable<string> BeginningsOf(IReadOnlyList<SearchWord> name) =>
        Enumerable.Range(2, Math.Max(0, name.Count - 2)).Select(count => string.Concat(name.Take(count).Select(word => Mention.KeyOf(word.Exact))));
}
