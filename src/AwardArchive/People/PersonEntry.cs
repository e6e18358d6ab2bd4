using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.People;

/// <summary>An award entry or a person of a form, with what its document says.</summary>
/// <param name="Member">Only of a person of a form.</param>
internal sealed record PersonEntry(Mention Row, DocumentFacts? Facts, FamilyMember? Member)
{
    public PersonEntryResponse Response
    {
        get
        {
            var (said, entry, kin) = (Row.Said, (Row as Entry)?.Value, (Row as Kin)?.Value);
            return new(
                Row.Id, said.Name.Value, said.BirthYear?.Value, entry?.Sex?.Value, said.HomePlace?.Value, entry?.Award?.Value, entry?.AwardClass?.Value,
                entry?.IsPosthumous ?? false, Row.DocumentId, Facts?.Number?.Value, Facts?.Symbol?.Value, Facts?.IssuedOn?.Value, said.Page, said.Box, said.Name.Confidence,
                kin is null ? RowKind.Entry : RowKind.Kin, kin?.Relation, Member is null ? null : RoleText.Of(Member), kin?.DeathDate?.Value, said.CertificateNo?.Value,
                kin?.IsMartyr ?? false);
        }
    }

    /// <summary>Those of the rows that are there and of persons, in documents that are not withdrawn.</summary>
    public static async Task<Dictionary<Guid, PersonEntry>> FindAsync(CatalogDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await Standing(db).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        return (await OfAsync(db, rows, cancellationToken)).ToDictionary(person => person.Row.Id);
    }

    /// <summary>With what their documents say, in the same order; families and collectives are left out.</summary>
    public static async Task<IReadOnlyList<PersonEntry>> OfAsync(CatalogDbContext db, IReadOnlyList<Mention> rows, CancellationToken cancellationToken)
    {
        var documents = rows.Select(row => row.DocumentId).Distinct().ToList();
        var forms = rows.OfType<Kin>().Select(row => row.DocumentId).Distinct().ToList();
        // Rows of one list share their document's facts.
        var facts = await db.Documents.AsNoTracking().Where(d => documents.Contains(d.Id)).Select(d => new { d.Id, d.Facts })
            .ToDictionaryAsync(d => d.Id, d => d.Facts, cancellationToken);
        var kin = forms.Count == 0 ? [] : await db.Kin.AsNoTracking().Where(k => forms.Contains(k.DocumentId)).OrderBy(k => k.Ordinal).ToListAsync(cancellationToken);
        var families = kin.GroupBy(k => k.DocumentId).SelectMany(paper => Family.Of([.. paper])).ToDictionary(member => member.Person.Id);
        return [.. rows.Where(IsPerson).Select(row => new PersonEntry(row, facts.GetValueOrDefault(row.DocumentId), families.GetValueOrDefault(row.Id)))];
    }

    public static bool IsPerson(Mention row) => row is not Entry { Value.Kind: not RecipientKind.Person };

    /// <summary>The rows of all documents that are not withdrawn.</summary>
    public static IQueryable<Mention> Standing(CatalogDbContext db) =>
        db.Mentions.AsNoTracking().Where(row => db.Documents.Any(d => d.Id == row.DocumentId && d.Status != DocumentStatus.Withdrawn));
}
