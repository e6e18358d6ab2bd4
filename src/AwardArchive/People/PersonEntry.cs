using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.People;

/// <summary>An award entry with what its document says.</summary>
internal sealed record PersonEntry(Entry Entry, DocumentFacts? Facts)
{
    public PersonEntryResponse Response
    {
        get
        {
            var value = Entry.Value;
            return new(
                Entry.Id, value.Name.Value, value.BirthYear?.Value, value.Sex?.Value, value.HomePlace?.Value, value.Award?.Value, value.AwardClass?.Value,
                value.IsPosthumous, Entry.DocumentId, Facts?.Number?.Value, Facts?.Symbol?.Value, Facts?.IssuedOn?.Value, value.Page, value.Box, value.Name.Confidence);
        }
    }

    /// <summary>Those of the entries that are there, in documents that are not withdrawn.</summary>
    public static async Task<Dictionary<Guid, PersonEntry>> FindAsync(CatalogDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await Standing(db).Where(e => ids.Contains(e.Id))
            .Join(db.Documents.AsNoTracking(), e => e.DocumentId, d => d.Id, (Entry, d) => new { Entry, d.Facts }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Entry.Id, row => new PersonEntry(row.Entry, row.Facts));
    }

    /// <summary>The entries of all documents that are not withdrawn.</summary>
    public static IQueryable<Entry> Standing(CatalogDbContext db) =>
        db.Entries.AsNoTracking().Where(e => db.Documents.Any(d => d.Id == e.DocumentId && d.Status != DocumentStatus.Withdrawn));
}
