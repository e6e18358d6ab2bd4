using AwardArchive.Archive;
using AwardArchive.Verification.HeroicMother;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Cases;

/// <summary>Takes what people decide in a case, a step each, for REST and for the page.</summary>
internal sealed class CaseBook(Catalog catalog, TimeProvider time)
{
    /// <summary>More than the papers of the largest dossier say.</summary>
    public const int MaxEvidence = 2000;

    private const int MaxText = 300;
    private const int MaxWritten = 2000;
    private const int MaxEntries = 50;

    /// <summary>Null when there is no such dossier, or it has no case.</summary>
    /// <param name="version">As it was then; null: as it is.</param>
    public async Task<CaseState?> FindAsync(Guid dossierId, int? version, CancellationToken cancellationToken) =>
        await catalog.FindDossierAsync(dossierId, cancellationToken) is { Kind: DossierKind.HeroicMother }
            ? CaseState.Of(dossierId, await catalog.FindCaseDecisionsAsync(dossierId, version, cancellationToken))
            : null;

    /// <summary>Adds somebody, or changes what is known of somebody.</summary>
    /// <param name="id">Null: somebody new.</param>
    /// <param name="proposal">What a paper says of the person; null: nothing but the edit.</param>
    public async Task<CaseOutcome> SetPersonAsync(Guid dossierId, int version, Guid? id, PersonEdit edit, CasePerson? proposal, CancellationToken cancellationToken)
    {
        // One that is hidden from who decides would hide the case from them.
        var rows = edit.Entries is { Count: > 0 and <= MaxEntries } given ? await catalog.FindEntryIdsAsync(given, cancellationToken) : [];
        return await DecideAsync(dossierId, version, edit.By, edit.Reason, state =>
        {
            var known = id is null ? proposal : state.Find(id);
            if (id is not null && known is null) return new CaseOutcome.NotFound();
            if ((edit.Role ?? known?.Role) is not { } role || !Enum.IsDefined(role)) return new CaseOutcome.Wrong("role", "phải là mother, husband hoặc child");
            var person = new CasePerson(id ?? Guid.CreateVersion7(time.GetUtcNow()), role, Text(edit.Name, known?.Name) ?? "")
            {
                Birth = Text(edit.Birth, known?.Birth),
                Death = Text(edit.Death, known?.Death),
                HomePlace = Text(edit.HomePlace, known?.HomePlace),
                Source = known?.Source,
                Entries = edit.Entries ?? known?.Entries ?? [],
            };
            if (Check(state, person) is { } wrong) return wrong;
            return person.Entries.All(row => rows.Contains(row) || known?.Entries.Contains(row) == true)
                ? new Step(CaseAction.SetPerson, person.Id, person, null)
                : new CaseOutcome.Wrong("entries", "có dòng không có trong kho lưu trữ");
        }, cancellationToken);
    }

    /// <summary>Somebody does not belong to the case; what was said of him or her goes with it, and stays in the history.</summary>
    public Task<CaseOutcome> RemovePersonAsync(Guid dossierId, int version, Guid id, CaseAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(dossierId, version, answer.By, answer.Reason, state =>
            state.Find(id) is null ? new CaseOutcome.NotFound() : new Step(CaseAction.RemovePerson, id, null, null), cancellationToken);

    /// <summary>What an officer says herself counts at once, as far as what she shows can prove it.</summary>
    public async Task<CaseOutcome> AddEvidenceAsync(Guid dossierId, int version, EvidenceEdit edit, CancellationToken cancellationToken)
    {
        CaseSource? source = null;
        if (edit.DocumentId is { } documentId)
        {
            if (await catalog.FindAsync(documentId, cancellationToken) is not { Status: not DocumentStatus.Withdrawn } document)
                return new CaseOutcome.Wrong("documentId", "không có văn bản này trong kho lưu trữ");
            if (edit.Page is not { } page || page < 1 || page > document.PageCount) return new CaseOutcome.Wrong("page", $"phải là số trang từ 1 đến {document.PageCount}");
            if (edit.Box is { } box && (box.X < 0 || box.Y < 0 || box.Width < 1 || box.Height < 1)) return new CaseOutcome.Wrong("box", "phải là một khung trên trang");
            source = new(documentId, document.Sha256, page, edit.Box, (edit.AsWritten ?? "").Trim());
        }
        return await DecideAsync(dossierId, version, edit.By, edit.Reason, state =>
        {
            if (CaseField.Find(edit.Field) is not { } field) return new CaseOutcome.Wrong("field", $"phải là một trong: {string.Join(", ", CaseField.Everything.Select(one => one.Name))}");
            var person = state.Find(edit.PersonId);
            if (edit.PersonId is not null && person is null) return new CaseOutcome.Wrong("personId", "không có người này trong hồ sơ");
            if (!field.IsOf(person?.Role)) return new CaseOutcome.Wrong("field", $"mục {field.Name} không phải của {(person is null ? "cả hồ sơ" : "người này")}");
            var value = (edit.Value ?? "").Trim();
            if (field.Refuse(value) is { } refused) return new CaseOutcome.Wrong("value", refused);
            var kind = edit.Kind ?? ProofKind.Statement;
            if (!Enum.IsDefined(kind)) return new CaseOutcome.Wrong("kind", "không có loại giấy tờ này");
            if (kind != ProofKind.Statement && source is null) return new CaseOutcome.Wrong("documentId", "phải chỉ ra văn bản và trang; nếu không có giấy tờ thì kind là statement");
            foreach (var (name, text, most) in ((string, string?, int)[])[
                ("asWritten", edit.AsWritten, MaxWritten), ("subject", edit.Subject, MaxText), ("certificateNo", edit.CertificateNo, MaxText), ("decisionNo", edit.DecisionNo, MaxText)])
            {
                if (text?.Length > most) return new CaseOutcome.Wrong(name, $"dài quá {most} ký tự");
            }
            var evidence = new CaseEvidence(
                Guid.CreateVersion7(time.GetUtcNow()), person?.Id, field.Name, value, kind, source is not null && !edit.ClaimOnly && field.IsProvedBy(kind, value), source)
            {
                Subject = Text(edit.Subject, null),
                CertificateNo = Text(edit.CertificateNo, null),
                DecisionNo = Text(edit.DecisionNo, null),
            };
            return Accepting(state, evidence);
        }, cancellationToken);
    }

    /// <summary>Evidence counts from now on, as it is now.</summary>
    /// <param name="evidence">As it was proposed, or as it was refused before.</param>
    public Task<CaseOutcome> AcceptAsync(Guid dossierId, int version, CaseEvidence evidence, CaseAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(dossierId, version, answer.By, answer.Reason, state => Accepting(state, evidence), cancellationToken);

    /// <summary>Evidence does not count, whether it was proposed or counted before.</summary>
    public Task<CaseOutcome> RefuseAsync(Guid dossierId, int version, CaseEvidence evidence, CaseAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(dossierId, version, answer.By, answer.Reason, state =>
            string.IsNullOrWhiteSpace(answer.Reason) ? new CaseOutcome.Wrong("reason", "phải ghi lý do từ chối")
            : state.Evidence.Count >= MaxEvidence && state.FindEvidence(evidence.Id) is null ? TooMuch()
            : new Step(CaseAction.Refuse, evidence.Id, null, evidence), cancellationToken);

    /// <summary>What was decided about evidence is open again.</summary>
    public Task<CaseOutcome> TakeBackAsync(Guid dossierId, int version, Guid id, CaseAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(dossierId, version, answer.By, answer.Reason, state =>
            state.FindEvidence(id) is null ? new CaseOutcome.NotFound() : new Step(CaseAction.TakeBack, id, null, null), cancellationToken);

    private static Either Accepting(CaseState state, CaseEvidence evidence) =>
        evidence.PersonId is { } person && state.Find(person) is null ? new CaseOutcome.Wrong("personId", "không có người này trong hồ sơ")
        : state.Evidence.Count >= MaxEvidence && state.FindEvidence(evidence.Id) is null ? TooMuch()
        : new Step(CaseAction.Accept, evidence.Id, null, evidence);

    private static CaseOutcome.Wrong TooMuch() => new("evidence", $"một hồ sơ có nhiều nhất {MaxEvidence} mục");

    private static CaseOutcome.Wrong? Check(CaseState state, CasePerson person)
    {
        if (person.Name.Length is 0 or > MaxText || Mention.KeyOf(person.Name).Length == 0) return new("name", $"phải ghi họ tên, không quá {MaxText} ký tự");
        if (person.HomePlace?.Length > MaxText) return new("homePlace", $"dài quá {MaxText} ký tự");
        if (person.Birth is { } birth && !VietnameseDate.TryParse(birth, out _)) return new("birth", $"“{birth}” không phải năm sinh hoặc ngày sinh (1932, 1932-05-14)");
        if (person.Death is { } death && !VietnameseDate.TryParse(death, out _)) return new("death", $"“{death}” không phải ngày mất (1968, 1968-02, 1968-02-10)");
        if (person.Entries.Count > MaxEntries) return new("entries", $"nhiều nhất {MaxEntries} dòng khen thưởng");
        if (state.Find(person.Id) is { } known && known.Role != person.Role) return new("role", "không đổi được; hãy đưa người này ra khỏi hồ sơ rồi thêm lại");
        var others = state.People.Count(one => one.Role == person.Role && one.Id != person.Id);
        var most = person.Role switch { CaseRole.Mother => 1, CaseRole.Husband => MotherCase.MaxHusbands, _ => MotherCase.MaxChildren };
        return others < most ? null : new("role", person.Role == CaseRole.Mother ? "hồ sơ đã có bà mẹ" : $"nhiều nhất {most} người");
    }

    private async Task<CaseOutcome> DecideAsync(
        Guid dossierId, int version, string? by, string? reason, Func<CaseState, Either> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(dossierId, null, cancellationToken) is not { } state) return new CaseOutcome.NoCase();
        if (state.Version != version) return new CaseOutcome.Changed();
        if (Text(Actor.Signature(by), null) is not { } who || who.Length > Correction.MaxBy) return new CaseOutcome.Wrong("by", $"phải ghi tên người quyết định, không quá {Correction.MaxBy} ký tự");
        var why = Text(reason, null);
        if (why?.Length > Correction.MaxNote) return new CaseOutcome.Wrong("reason", $"dài quá {Correction.MaxNote} ký tự");
        var decided = decide(state);
        if (decided.Step is not { } step) return decided.Outcome!;
        var decision = new CaseDecision
        {
            DossierId = dossierId,
            Number = version + 1,
            Action = step.Action,
            TargetId = step.Target,
            Person = step.Person,
            Evidence = step.Evidence,
            By = who,
            At = time.GetUtcNow(),
            Reason = why,
        };
        return await catalog.AddCaseDecisionAsync(decision, cancellationToken) switch
        {
            CaseWriting.Added => new CaseOutcome.Done(state.After(decision), step.Target),
            CaseWriting.Hidden => new CaseOutcome.NotTheirs(),
            _ => new CaseOutcome.Changed(),
        };
    }

    /// <returns>What was there where nothing is given; null where an empty text takes it away.</returns>
    private static string? Text(string? given, string? known) => given is null ? known : given.Trim() is { Length: > 0 } text ? text : null;

    private sealed record Step(CaseAction Action, Guid Target, CasePerson? Person, CaseEvidence? Evidence);

    /// <summary>A step to take, or why none is taken.</summary>
    private readonly record struct Either(Step? Step, CaseOutcome? Outcome)
    {
        public static implicit operator Either(Step step) => new(step, null);

        public static implicit operator Either(CaseOutcome outcome) => new(null, outcome);
    }
}
