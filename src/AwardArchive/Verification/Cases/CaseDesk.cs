using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Cases;

/// <summary>Shows cases and takes decisions about what is proposed, for REST and for the page.</summary>
internal sealed class CaseDesk(CaseBook book, CaseArchive archive, Catalog catalog, TimeProvider time)
{
    private const int MaxSame = 20;

    /// <returns>Null when there is no such dossier, or it has no case.</returns>
    public async Task<CaseResponse?> FindAsync(Guid dossierId, int? version, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(dossierId, version, cancellationToken) is not { } state) return null;
        var changed = await archive.FindChangedAsync(state, cancellationToken);
        var warnings = new List<string>();
        if (changed.Count > 0) warnings.Add($"{changed.Count} mục có trang nay đọc khác khi quyết định; các mục ấy vẫn giữ như đã quyết định.");
        warnings.AddRange((await FindSameMotherAsync(state, cancellationToken)).Select(other => $"Bà mẹ {state.Mother!.Name} còn có trong hồ sơ khác: “{other.Title}” ({other.Id})."));
        return new(dossierId, state.Version, state.People, [.. state.Evidence.Select(one => new CaseEvidenceResponse(
            one.Evidence, one.IsAccepted ? CaseEvidenceResponse.Accepted : CaseEvidenceResponse.Refused, one.By, one.At, one.Reason, changed.GetValueOrDefault(one.Evidence.Id)))], warnings);
    }

    /// <inheritdoc cref="FindAsync"/>
    public async Task<CaseProposalsResponse?> FindProposalsAsync(Guid dossierId, CancellationToken cancellationToken) =>
        await book.FindAsync(dossierId, null, cancellationToken) is { } state ? await archive.FindAsync(state, cancellationToken) : null;

    /// <inheritdoc cref="FindAsync"/>
    public async Task<IReadOnlyList<CaseStepResponse>?> FindHistoryAsync(Guid dossierId, CancellationToken cancellationToken) =>
        await book.FindAsync(dossierId, null, cancellationToken) is null
            ? null
            : [.. (await catalog.FindCaseDecisionsAsync(dossierId, null, cancellationToken)).Select(CaseStepResponse.Of)];

    /// <inheritdoc cref="FindAsync"/>
    /// <param name="asOf">The day to judge on; null: the one of the case, or today.</param>
    /// <exception cref="BadCaseException">The day is before the first law, or the case contradicts itself.</exception>
    public async Task<VerificationResponse?> VerifyAsync(Guid dossierId, DateOnly? asOf, CancellationToken cancellationToken) =>
        await book.FindAsync(dossierId, null, cancellationToken) is { } state ? VerificationResponse.Of(state, asOf, OfficeTime.DayOf(time.GetUtcNow())) : null;

    /// <summary>Adds somebody, as entered or as a paper of the dossier names him or her.</summary>
    public async Task<CaseOutcome> AddPersonAsync(Guid dossierId, int version, PersonEdit edit, CancellationToken cancellationToken)
    {
        CasePerson? proposed = null;
        if (edit.ProposalId is { } id)
        {
            if (await FindProposalsAsync(dossierId, cancellationToken) is not { } proposals) return new CaseOutcome.NoCase();
            if ((proposed = proposals.People.FirstOrDefault(one => one.Person.Id == id)?.Person) is null) return new CaseOutcome.NotFound();
        }
        return await book.SetPersonAsync(dossierId, version, null, edit, proposed, cancellationToken);
    }

    /// <summary>Evidence counts: what is proposed now, or was refused before.</summary>
    public Task<CaseOutcome> AcceptAsync(Guid dossierId, int version, Guid id, CaseAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(dossierId, id, (evidence, doubt) => doubt is not null && string.IsNullOrWhiteSpace(answer.Reason)
            ? Task.FromResult<CaseOutcome>(new CaseOutcome.Wrong("reason", $"phải ghi vì sao vẫn chấp nhận, vì {doubt}"))
            : book.AcceptAsync(dossierId, version, evidence, answer, cancellationToken), cancellationToken);

    /// <summary>Evidence does not count: what is proposed now, or was accepted before.</summary>
    public Task<CaseOutcome> RefuseAsync(Guid dossierId, int version, Guid id, CaseAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(dossierId, id, (evidence, _) => book.RefuseAsync(dossierId, version, evidence, answer, cancellationToken), cancellationToken);

    private async Task<CaseOutcome> DecideAsync(Guid dossierId, Guid id, Func<CaseEvidence, string?, Task<CaseOutcome>> decide, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(dossierId, null, cancellationToken) is not { } state) return new CaseOutcome.NoCase();
        if (state.FindEvidence(id) is { } known) return await decide(known.Evidence, known.IsAccepted ? null : "mục này đã bị từ chối");
        var proposals = await archive.FindAsync(state, cancellationToken);
        if (proposals.Evidence.FirstOrDefault(one => one.Evidence.Id == id) is not { } proposal) return new CaseOutcome.NotFound();
        var doubts = proposal.Agreements.Where(point => point.Level == AgreementLevel.Differs).Select(point => point.Text).ToList();
        return await decide(proposal.Evidence, doubts.Count > 0 ? string.Join("; ", doubts) : null);
    }

    /// <summary>Other cases of a mother of this name, unless birth years say that she is another.</summary>
    private async Task<IReadOnlyList<Dossier>> FindSameMotherAsync(CaseState state, CancellationToken cancellationToken)
    {
        if (state.Mother is not { } mother) return [];
        var found = new List<Dossier>();
        foreach (var id in await catalog.FindCasesAsync(Mention.KeyOf(mother.Name), state.DossierId, MaxSame, cancellationToken))
        {
            var other = (await book.FindAsync(id, null, cancellationToken))?.Mother;
            if (other is not null && Mention.KeyOf(other.Name) == Mention.KeyOf(mother.Name) && !IsOfAnotherYear(mother.Birth, other.Birth))
                found.Add((await catalog.FindDossierAsync(id, cancellationToken))!);
        }
        return found;
    }

    private static bool IsOfAnotherYear(string? one, string? other) =>
        VietnameseDate.TryParse(one, out var born) && VietnameseDate.TryParse(other, out var its) && Math.Abs(born.Year - its.Year) > 1;
}
