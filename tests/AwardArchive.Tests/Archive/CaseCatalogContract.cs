using AwardArchive.Archive;

namespace AwardArchive.Tests.Archive;

// Cases of dossiers: steps that are only ever added.
public abstract partial class CatalogContract
{
    [Fact]
    public async Task Steps_of_a_case_come_back_as_they_were_written_in_their_order()
    {
        var dossier = await CaseAsync();
        var person = new CasePerson(Guid.CreateVersion7(), CaseRole.Mother, "Trần Thị Mùi")
        {
            Birth = "1920", HomePlace = "xã Hải Lâm", Source = new(Guid.CreateVersion7(), new string('a', 64), 2, new(1, 2, 3, 4), "TRẦN THỊ MÙI"), Entries = [Guid.CreateVersion7()],
        };
        var evidence = new CaseEvidence(Guid.CreateVersion7(), person.Id, "martyrCertificate", "seen", ProofKind.Certificate, true, person.Source) { CertificateNo = "AB 128b", Subject = "Mùi" };
        Assert.Equal(CaseWriting.Added, await Catalog.AddCaseDecisionAsync(Step(dossier, 1, person, null), Stop));
        Assert.Equal(CaseWriting.Added, await Catalog.AddCaseDecisionAsync(Step(dossier, 2, null, evidence), Stop));
        var steps = await Catalog.FindCaseDecisionsAsync(dossier, null, Stop);
        Assert.Equal([1, 2], steps.Select(step => step.Number));
        Assert.Equal((person.Name, person.Birth, person.Source, person.Entries[0]), (steps[0].Person!.Name, steps[0].Person!.Birth, steps[0].Person!.Source, steps[0].Person!.Entries[0]));
        Assert.Equal(evidence, steps[1].Evidence);
        Assert.Equal(("Lan", "vì", Time.GetUtcNow()), (steps[1].By, steps[1].Reason, steps[1].At));
        Assert.Equal(1, Assert.Single(await Catalog.FindCaseDecisionsAsync(dossier, 1, Stop)).Number);
    }

    [Fact]
    public async Task A_step_that_does_not_follow_the_last_one_is_not_taken()
    {
        var dossier = await CaseAsync();
        Assert.Equal(CaseWriting.Changed, await Catalog.AddCaseDecisionAsync(Step(dossier, 2, Somebody("A"), null), Stop));
        Assert.Equal(CaseWriting.Added, await Catalog.AddCaseDecisionAsync(Step(dossier, 1, Somebody("A"), null), Stop));
        Assert.Equal(CaseWriting.Changed, await Catalog.AddCaseDecisionAsync(Step(dossier, 1, Somebody("B"), null), Stop));
        Assert.Equal("A", Assert.Single(await Catalog.FindCaseDecisionsAsync(dossier, null, Stop)).Person!.Name);
    }

    [Fact]
    public async Task Of_many_steps_at_the_same_moment_one_is_taken()
    {
        var dossier = await CaseAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Catalog.AddCaseDecisionAsync(Step(dossier, 1, Somebody($"P{i}"), null), Stop), Stop)));
        Assert.Equal(1, taken.Count(one => one == CaseWriting.Added));
        Assert.Single(await Catalog.FindCaseDecisionsAsync(dossier, null, Stop));
    }

    [Fact]
    public async Task Cases_are_found_by_a_name_or_a_certificate_in_any_spelling()
    {
        var (one, other) = (await CaseAsync(), await CaseAsync());
        await Catalog.AddCaseDecisionAsync(Step(one, 1, Somebody("Võ Thị Thỏa"), null), Stop);
        await Catalog.AddCaseDecisionAsync(
            Step(other, 1, null, new(Guid.CreateVersion7(), null, "martyrCertificate", "seen", ProofKind.Certificate, true, null) { CertificateNo = "HB 77.1 b" }), Stop);
        Assert.Equal([one], await Catalog.FindCasesAsync(Entry.KeyOf("VO THI THOẢ"), other, 10, Stop));
        Assert.Equal([other], await Catalog.FindCasesAsync(Entry.KeyOf("HB 771b"), one, 10, Stop));
        Assert.Empty(await Catalog.FindCasesAsync(Entry.KeyOf("HB 771b"), other, 10, Stop)); // not itself
    }

    private async Task<Guid> CaseAsync()
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ", Kind = DossierKind.HeroicMother, CreatedAt = Time.GetUtcNow() };
        await Catalog.AddDossierAsync(dossier, Stop);
        Assert.Equal(DossierKind.HeroicMother, (await Catalog.FindDossierAsync(dossier.Id, Stop))!.Kind);
        return dossier.Id;
    }

    private static CasePerson Somebody(string name) => new(Guid.CreateVersion7(), CaseRole.Child, name);

    private CaseDecision Step(Guid dossier, int number, CasePerson? person, CaseEvidence? evidence) => new()
    {
        DossierId = dossier,
        Number = number,
        Action = person is null ? CaseAction.Accept : CaseAction.SetPerson,
        TargetId = person?.Id ?? evidence!.Id,
        Person = person,
        Evidence = evidence,
        By = "Lan",
        At = Time.GetUtcNow(),
        Reason = "vì",
    };
}
