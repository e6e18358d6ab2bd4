using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Viewing;

namespace AwardArchive.Dossiers;

/// <summary>What became of what a person wanted.</summary>
internal abstract record DossierOutcome
{
    private DossierOutcome()
    {
    }

    public sealed record Done(Guid Id) : DossierOutcome;

    public sealed record NotFound : DossierOutcome;

    /// <summary>It changed since the person looked at it.</summary>
    public sealed record Changed : DossierOutcome;

    /// <summary>It is not for who asks to decide; why, is not said.</summary>
    public sealed record NotTheirs : DossierOutcome;

    /// <summary>It cannot be so.</summary>
    /// <param name="Message">For a person, in Vietnamese, after the field's name.</param>
    public sealed record Wrong(string Field, string Message) : DossierOutcome;
}

/// <summary>Makes, changes and shows dossiers, for REST and for the pages.</summary>
internal sealed class DossierDesk(Catalog catalog, IAuditLog audit, TimeProvider time)
{
    /// <summary>The most documents that one dossier is shown with; a box holds a few hundred papers.</summary>
    public const int MaxDocuments = 5000;

    private const int MaxPages = 1_000_000;

    private const int MaxProposals = 100;

    /// <summary>As JSON has <see cref="DossierKind.HeroicMother"/>.</summary>
    private const string HeroicMother = "heroicMother";

    public async Task<DossierOutcome> AddAsync(DossierEdit edit, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(edit.Title)) return new DossierOutcome.Wrong("title", "phải có tiêu đề");
        if (Check(edit) is { } wrong) return wrong;
        var now = time.GetUtcNow();
        var dossier = new Dossier { Id = Guid.CreateVersion7(now), Title = "", CreatedAt = now };
        Apply(edit, dossier);
        await catalog.AddDossierAsync(dossier, cancellationToken);
        return new DossierOutcome.Done(dossier.Id);
    }

    public async Task<DossierOutcome> EditAsync(Guid id, int version, DossierEdit edit, CancellationToken cancellationToken)
    {
        if (await catalog.FindDossierAsync(id, cancellationToken) is not { } known) return new DossierOutcome.NotFound();
        if (edit.Title is not null && string.IsNullOrWhiteSpace(edit.Title)) return new DossierOutcome.Wrong("title", "phải có tiêu đề");
        if (Check(edit) is { } wrong) return wrong;
        if (edit.Kind is "" && (await catalog.FindCaseDecisionsAsync(id, 1, cancellationToken)).Count > 0)
            return new DossierOutcome.Wrong("kind", "không bỏ được: đã có quyết định trong hồ sơ xét danh hiệu");
        if (edit.Kind is "" && known.Version == version && await catalog.IsCaseHiddenAsync(id, cancellationToken)) return new DossierOutcome.NotTheirs();
        return await catalog.EditDossierAsync(id, version, dossier => Apply(edit, dossier), cancellationToken)
            ? new DossierOutcome.Done(id)
            : new DossierOutcome.Changed();
    }

    /// <summary>A document lies in the dossier from now on, wherever it lay.</summary>
    /// <param name="version">Of the document.</param>
    public async Task<DossierOutcome> JoinAsync(Guid id, Guid documentId, int version, Membership membership, CancellationToken cancellationToken)
    {
        if (await catalog.FindDossierAsync(id, cancellationToken) is null || await catalog.FindAsync(documentId, cancellationToken) is null)
            return new DossierOutcome.NotFound();
        if (membership.SheetFrom is < 1 or > MaxPages) return new DossierOutcome.Wrong("sheetFrom", "phải là số tờ từ 1");
        if (membership.SheetTo is { } to && (to > MaxPages || to < (membership.SheetFrom ?? int.MaxValue)))
            return new DossierOutcome.Wrong("sheetTo", "phải không nhỏ hơn số tờ đầu");
        return await MoveAsync(documentId, version, id, membership, cancellationToken);
    }

    /// <summary>A document lies in no dossier from now on.</summary>
    /// <param name="version">Of the document.</param>
    public async Task<DossierOutcome> TakeOutAsync(Guid id, Guid documentId, int version, CancellationToken cancellationToken) =>
        (await catalog.FindAsync(documentId, cancellationToken))?.DossierId != id
            ? new DossierOutcome.NotFound()
            : await MoveAsync(documentId, version, null, new(), cancellationToken);

    /// <summary>A person says that a proposal is wrong.</summary>
    public async Task<DossierOutcome> RefuseAsync(Guid id, Guid documentId, ProposalAnswer answer, CancellationToken cancellationToken)
    {
        var (by, note) = (Clean(Actor.Signature(answer.By)), Clean(answer.Note));
        if (by.Length is 0 or > Correction.MaxBy) return new DossierOutcome.Wrong("by", $"phải ghi tên người từ chối, không quá {Correction.MaxBy} ký tự");
        if (note.Length > Correction.MaxNote) return new DossierOutcome.Wrong("note", $"dài quá {Correction.MaxNote} ký tự");
        if (await catalog.FindDossierAsync(id, cancellationToken) is null || await catalog.FindAsync(documentId, cancellationToken) is null)
            return new DossierOutcome.NotFound();
        await catalog.RefuseProposalAsync(
            new() { DossierId = id, DocumentId = documentId, By = by, At = time.GetUtcNow(), Note = note.Length > 0 ? note : null }, cancellationToken);
        return new DossierOutcome.Done(id);
    }

    /// <returns>Null when there is no such dossier.</returns>
    public async Task<DossierResponse?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await catalog.FindDossierAsync(id, cancellationToken) is { } dossier
            ? DossierResponse.Of(dossier, await catalog.FindDossierDocumentsAsync(id, MaxDocuments, cancellationToken))
            : null;

    public async Task<ListResponse<DossierSummary>> ListAsync(Guid? before, int size, CancellationToken cancellationToken)
    {
        var found = await catalog.FindDossiersAsync(before, size + 1, cancellationToken);
        var items = found.Take(size).Select(row => new DossierSummary(
            row.Dossier.Id, row.Dossier.Title, row.Dossier.Place, row.Content.Documents, row.Content.Pages, row.Dossier.ExpectedPages, row.Dossier.Version)).ToList();
        return new(items, found.Count > size ? items[^1].Id.ToString("N") : null);
    }

    /// <summary>A stretch of the documents of a dossier, in their order; null when there is no such dossier.</summary>
    /// <param name="after">The ordinal of the last document of the stretch before.</param>
    public async Task<ListResponse<DossierDocument>?> FindDocumentsAsync(Guid id, int after, int size, CancellationToken cancellationToken)
    {
        if (await catalog.FindDossierAsync(id, cancellationToken) is not { } dossier) return null;
        var documents = await catalog.FindDossierDocumentsAsync(id, MaxDocuments, cancellationToken);
        var items = documents.Select((document, i) => (document, Ordinal: i + 1)).Where(row => row.Ordinal > after).Take(size)
            .Select(row => new DossierDocument(
                row.document.Id, row.Ordinal, row.document.FileName, row.document.SheetFrom, row.document.SheetTo, row.document.PageCount,
                row.document.Version, DossierRecord.Of(row.document, dossier, row.Ordinal))).ToList();
        return new(items, items is [.., var last] && last.Ordinal < documents.Count ? $"{last.Ordinal}" : null);
    }

    /// <summary>The record of a document; null when there is no such document.</summary>
    public async Task<IReadOnlyList<RecordValue>?> FindRecordAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(documentId, cancellationToken) is not { } document) return null;
        var dossier = document.DossierId is { } id ? await catalog.FindDossierAsync(id, cancellationToken) : null;
        if (dossier is null) return DossierRecord.Of(document, null, null);
        var ordinal = (await catalog.FindDossierDocumentsAsync(dossier.Id, MaxDocuments, cancellationToken)).Select(d => d.Id).ToList().IndexOf(documentId) + 1;
        return DossierRecord.Of(document, dossier, ordinal > 0 ? ordinal : null);
    }

    /// <summary>Documents that may belong into the dossier; null when there is no such dossier.</summary>
    public async Task<IReadOnlyList<ProposalResponse>?> FindProposalsAsync(Guid id, CancellationToken cancellationToken) =>
        await catalog.FindDossierAsync(id, cancellationToken) is null
            ? null
            : [.. (await catalog.FindProposalsAsync(id, MaxProposals, cancellationToken)).Select(ProposalResponse.Of)];

    private async Task<DossierOutcome> MoveAsync(Guid documentId, int version, Guid? to, Membership membership, CancellationToken cancellationToken)
    {
        var parts = await catalog.EditWithPartsAsync(
            documentId, version,
            document => (document.DossierId, document.SheetFrom, document.SheetTo) = (to, membership.SheetFrom, membership.SheetTo ?? membership.SheetFrom),
            cancellationToken);
        if (parts is null) return new DossierOutcome.Changed();
        await audit.TellOfPartsAsync(documentId, parts, cancellationToken);
        return new DossierOutcome.Done(documentId);
    }

    private static DossierOutcome.Wrong? Check(DossierEdit edit)
    {
        if (Clean(edit.Title).Length > Dossier.MaxTitle) return new("title", $"dài quá {Dossier.MaxTitle} ký tự");
        if (edit.ExpectedPages is < 0 or > MaxPages) return new("expectedPages", $"phải từ 0 đến {MaxPages}");
        if (edit.Kind is not (null or "" or HeroicMother)) return new("kind", $"phải là {HeroicMother}, hoặc để trống");
        if (edit.ExpectedSheets is < 0 or > MaxPages) return new("expectedSheets", $"phải từ 0 đến {MaxPages}");
        if (edit.Place is { } place)
        {
            foreach (var (name, text) in new[] { ("fonds", place.Fonds), ("catalog", place.Catalog), ("box", place.Box), ("number", place.Number), ("shelf", place.Shelf) })
            {
                if (Clean(text).Length > DossierPlace.MaxLength) return new($"place.{name}", $"dài quá {DossierPlace.MaxLength} ký tự");
            }
        }
        foreach (var (name, text) in edit.Record ?? new Dictionary<string, string?>())
        {
            if (RecordFields.Find(name) is not { } field) return new("record", $"không có trường “{(name.Length > 40 ? name[..40] : name)}”");
            if (field.IsDerived) return new($"record.{name}", "do máy tính từ văn bản của hồ sơ, không nhập được");
            if (Clean(text) is { Length: > 0 } value && field.Refuse(value) is { } why) return new($"record.{name}", why);
        }
        return null;
    }

    private static void Apply(DossierEdit edit, Dossier dossier)
    {
        if (edit.Title is not null) dossier.Title = Clean(edit.Title);
        if (edit.ExpectedPages is { } pages) dossier.ExpectedPages = pages == 0 ? null : pages;
        if (edit.ExpectedSheets is { } sheets) dossier.ExpectedSheets = sheets == 0 ? null : sheets;
        if (edit.Place is { } place)
        {
            var before = dossier.Place;
            dossier.Place = new(
                Take(place.Fonds, before.Fonds), Take(place.Catalog, before.Catalog), Take(place.Box, before.Box), Take(place.Number, before.Number),
                Take(place.Shelf, before.Shelf));
        }
        if (edit.Kind is { } kind) dossier.Kind = kind.Length == 0 ? null : DossierKind.HeroicMother;
        if (edit.Record is not { } record) return;
        var fields = new Dictionary<string, string>(dossier.Record, StringComparer.Ordinal);
        foreach (var (name, text) in record)
        {
            if (text is null) continue;
            if (Clean(text) is { Length: > 0 } value) fields[name] = value;
            else fields.Remove(name);
        }
        dossier.Record = fields;
    }

    private static string? Take(string? said, string? before) => said is null ? before : Clean(said) is { Length: > 0 } text ? text : null;

    private static string Clean(string? text) => DisplayText.Clean((text ?? "").ReplaceLineEndings(" "));
}
