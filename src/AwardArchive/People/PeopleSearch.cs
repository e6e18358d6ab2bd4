using AwardArchive.Archive;
using AwardArchive.People.Matching;
using AwardArchive.Places;
using AwardArchive.Viewing;
using AwardArchive.Vietnamese;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.People;

/// <summary>Award entries and persons of forms searched as people: by words of a name, birth year and home place through history.</summary>
internal sealed class PeopleSearch(IDbContextFactory<CatalogDbContext> contexts, Gazetteer gazetteer)
{
    private const int AtATime = 500;

    /// <summary>Rows looked at for one answer; a list that needs more goes on with its cursor.</summary>
    private const int MostLookedAt = 20_000;

    private static readonly ListResponse<PersonEntryResponse> Nobody = new([], null);

    /// <summary>Rows of persons by name; those of withdrawn documents are left out.</summary>
    /// <param name="words">Whole words of the name in any order, with marks or without; blank: any name. Any string will do.</param>
    /// <param name="birthYear">Null: any.</param>
    /// <param name="place">Of any level; entries of units that share land with it count. Blank: any.</param>
    /// <param name="after">The last entry that was looked at before; null at the beginning.</param>
    /// <param name="size">At most so many; there may be fewer, and none, before the end.</param>
    public async Task<ListResponse<PersonEntryResponse>> FindAsync(
        string? words, int? birthYear, string? place, PeopleCursor? after, int size, CancellationToken cancellationToken)
    {
        var wanted = Words(words ?? "");
        if (wanted.Count == 0 && !string.IsNullOrWhiteSpace(words)) return Nobody;
        if (await PlaceTestAsync(place, cancellationToken) is not { } isThere) return Nobody;
        List<PersonEntryResponse> found = [];
        for (var looked = 0; looked < MostLookedAt && found.Count < size; looked += AtATime)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var some = await Query(db, wanted, birthYear, after).Take(AtATime).ToListAsync(cancellationToken);
            var fitting = some.Where(row => PersonEntry.IsPerson(row) && HasWords(row, wanted) && isThere(row)).Take(size - found.Count).ToList();
            var read = await PersonEntry.FindAsync(db, [.. fitting.Select(entry => entry.Id)], cancellationToken);
            found.AddRange(fitting.Where(entry => read.ContainsKey(entry.Id)).Select(entry => read[entry.Id].Response));
            // When it is full, the rest of the rows is looked at next time.
            var last = found.Count == size ? fitting[^1] : some.LastOrDefault();
            if (last is null || (some.Count < AtATime && last == some[^1])) return new(found, null);
            after = new(last.NameKey, last.Id);
        }
        return new(found, after?.ToString());
    }

    private static IQueryable<Mention> Query(CatalogDbContext db, List<string> wanted, int? birthYear, PeopleCursor? after)
    {
        var entries = PersonEntry.Standing(db);
        foreach (var word in wanted) entries = entries.Where(entry => entry.NameKey.Contains(word));
        if (birthYear is { } year) entries = entries.Where(entry => entry.BirthYear == year);
        if (after is { } last)
        {
#pragma warning disable CA1309 // the database compares, by code points; it has no word for "ordinal"
            entries = entries.Where(entry => string.Compare(entry.NameKey, last.NameKey) > 0
                || (entry.NameKey == last.NameKey && entry.Id.CompareTo(last.Id) > 0));
#pragma warning restore CA1309
        }
        return entries.OrderBy(entry => entry.NameKey).ThenBy(entry => entry.Id);
    }

    /// <summary>Whole words: <c>an</c> is in the key of <c>Lan</c> too.</summary>
    private static bool HasWords(Mention entry, List<string> wanted)
    {
        var words = Words(entry.Said.Name.Value);
        return wanted.All(words.Contains);
    }

    private static List<string> Words(string text) =>
        [.. Tokenizer.Tokenize(text).Select(token => Mention.KeyOf(token.Normal())).Where(word => word.Length > 0).Distinct()];

    /// <returns>Null where the text names no place.</returns>
    private async Task<Func<Mention, bool>?> PlaceTestAsync(string? place, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(place)) return _ => true;
        var reader = new HomePlaceReader(await gazetteer.HistoryAsync(cancellationToken));
        var wanted = reader.Read(place, null);
        if (wanted.IsEmpty) return null;
        return entry => reader.Read(entry.Said.HomePlace?.Value, null) is var home && Enum.GetValues<PlaceLevel>().All(level =>
            wanted.At(level) is not { } unit || (home.At(level) ?? Other(home, level)) is { } its && unit.SharesLand(its));

        // A bare name before the province may be read as another level.
        static PlaceUnit? Other(HomePlace home, PlaceLevel level) => level switch
        {
            PlaceLevel.District => home.Commune,
            PlaceLevel.Commune => home.District,
            _ => null,
        };
    }
}
