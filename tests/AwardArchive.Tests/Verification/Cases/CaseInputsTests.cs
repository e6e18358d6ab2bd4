using AwardArchive.Archive;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification.Cases;

/// <summary>What is accepted in a case becomes the inputs of the rules; nothing else does.</summary>
public sealed class CaseInputsTests
{
    private static readonly DateOnly Day = new(2015, 2, 10);

    [Fact]
    public void Two_certificates_that_were_seen_make_case_a_and_say_which_papers_they_are()
    {
        var decided = DecidedCase.OfMother();
        var (one, two) = (decided.Child("Hồ Văn An"), decided.Child("Hồ Văn Bính"));
        decided.Accept(one, CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        var second = decided.Accept(two, CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        var inputs = CaseInputs.Of(decided.State, Day, default);
        Assert.Equal(("eligible", "a"), Words(HeroicMotherRules.Judge(inputs.Case)));
        var input = inputs.Inputs.Single(input => input.Path == "children[1].martyrCertificate");
        Assert.Equal((two, "seen", true, second), (input.Person, input.Value, input.IsProved, input.Evidence.Single().Evidence));
    }

    [Theory]
    [InlineData(ProofKind.Declaration)]
    [InlineData(ProofKind.DeathNotice)]
    [InlineData(ProofKind.UnexchangedCertificate)]
    [InlineData(ProofKind.AnnexedList)]
    [InlineData(ProofKind.AwardDossier)]
    [InlineData(ProofKind.Decision)]
    [InlineData(ProofKind.Statement)]
    internal void What_is_no_certificate_only_claims(ProofKind kind)
    {
        var decided = DecidedCase.OfMother();
        var (one, two) = (decided.Child("Hồ Văn An"), decided.Child("Hồ Văn Bính"));
        decided.Accept(one, CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        decided.Accept(two, CaseField.MartyrCertificate, "seen", kind);
        var verdict = Verdict(decided);
        Assert.Equal(MotherResult.NotEnoughEvidence, verdict.Result);
        Assert.Contains(verdict.Missing, missing => missing.Input == "children[1].martyrCertificate");
    }

    [Fact]
    public void A_certificate_that_is_revoked_counts_no_more_and_one_that_is_said_to_be_is_unknown()
    {
        var decided = DecidedCase.OfMother();
        var (one, two) = (decided.Child("Hồ Văn An"), decided.Child("Hồ Văn Bính"));
        foreach (var child in (CasePerson[])[one, two]) decided.Accept(child, CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        decided.Accept(two, CaseField.MartyrCertificate, "revoked", ProofKind.Statement);
        Assert.Equal(MotherResult.NotEnoughEvidence, Verdict(decided).Result);
        Assert.Contains(CaseInputs.Of(decided.State, Day, default).Inputs, input => input.Path == "children[1].martyrCertificate" && input.Conflict is not null);
        decided.Accept(two, CaseField.MartyrCertificate, "revoked", ProofKind.Decision);
        foreach (var death in (string[])[CaseField.DiedMinor, CaseField.DiedAdult]) decided.Accept(two, death, "false", ProofKind.Confirmation); // found alive
        Assert.Equal(MotherResult.NotEligible, Verdict(decided).Result);
    }

    [Theory]
    [InlineData(ProofKind.Minutes)]
    [InlineData(ProofKind.Statement)]
    internal void Papers_and_claims_that_contradict_each_other_leave_it_unknown(ProofKind other)
    {
        var decided = DecidedCase.OfMother();
        foreach (var name in (string[])["Hồ Văn An", "Hồ Văn Bính"]) decided.Accept(decided.Child(name), CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        decided.Accept(null, CaseField.Prison, "true", other);
        var inputs = CaseInputs.Of(decided.State, Day, default);
        Assert.Null(inputs.Case.Prison);
        Assert.Contains("true", inputs.Inputs.Single(input => input.Path == "prison").Conflict, StringComparison.Ordinal);
        Assert.Equal("prison", Assert.Single(HeroicMotherRules.Judge(inputs.Case).Missing).Input);
    }

    [Fact]
    public void A_percentage_counts_from_the_certificate_only()
    {
        var decided = DecidedCase.OfMother();
        decided.Accept(decided.Child("Hồ Văn An"), CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        var invalid = decided.Child("Hồ Văn Bính");
        decided.Accept(invalid, CaseField.InvalidCertificate, "seen", ProofKind.Certificate);
        decided.Accept(invalid, CaseField.InvalidPercent, "85", ProofKind.Declaration);
        decided.Accept(invalid, CaseField.DiedMinor, "false", ProofKind.Confirmation);
        decided.Accept(invalid, CaseField.DiedAdult, "false", ProofKind.Confirmation);
        Assert.Equal(MotherResult.NotEnoughEvidence, Verdict(decided).Result);
        decided.Accept(invalid, CaseField.InvalidPercent, "81.5", ProofKind.Certificate);
        Assert.Equal(("eligible", "b"), Words(Verdict(decided)));
    }

    [Fact]
    public void The_day_is_the_one_asked_for_or_the_one_of_the_case_or_today()
    {
        var decided = new DecidedCase();
        Assert.Equal(new(2026, 11, 28), CaseInputs.Of(decided.State, null, new(2026, 11, 28)).Case.AsOf);
        decided.Accept(null, CaseField.AsOf, "2014-01-02", ProofKind.Statement);
        Assert.Equal(new(2014, 1, 2), CaseInputs.Of(decided.State, null, new(2026, 11, 28)).Case.AsOf);
        Assert.Equal(Day, CaseInputs.Of(decided.State, Day, new(2026, 11, 28)).Case.AsOf);
    }

    [Fact]
    public void Somebody_removed_takes_along_what_was_said_of_him()
    {
        var decided = DecidedCase.OfMother();
        var before = decided.State.Evidence.Count;
        var child = decided.Child("Hồ Văn An");
        decided.Accept(child, CaseField.MartyrCertificate, "seen", ProofKind.Certificate);
        decided.Remove(child);
        Assert.Equal((before, 0), (decided.State.Evidence.Count, CaseInputs.Of(decided.State, Day, default).Case.Children.Count));
    }

    [Fact]
    public void What_is_refused_or_taken_back_never_changes_the_inputs()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var decided = Drawn(random, (_, _, _) => random.Next(3) > 0);
            var before = Json(decided);
            var (person, field) = AnyField(decided, random);
            var (value, kind) = (AnyValue(field, random), AnyKind(random));
            decided.Refuse(person, field.Name, value, kind);
            Assert.Equal(before, Json(decided));
            decided.TakeBack(decided.Accept(person, field.Name, value, kind));
            Assert.Equal(before, Json(decided));
        }
    }

    [Fact]
    public void More_proof_that_contradicts_nothing_leaves_known_what_is_known()
    {
        var random = new Random(11);
        var (eligible, changed) = (0, 0);
        for (var round = 0; round < 3000; round++)
        {
            // One truth for the whole case: whatever proves, proves that.
            var truth = new Dictionary<(Guid?, string), string>();
            var decided = Drawn(random, (_, _, _) => random.Next(3) > 0, truth);
            var before = Verdict(decided);
            var known = CaseInputs.Of(decided.State, Day, default).Inputs.Where(input => input.IsProved).ToDictionary(input => input.Path, input => input.Value);
            foreach (var ((person, field), value) in truth)
                decided.Accept(decided.State.Find(person), field, value, ProofOf(CaseField.Find(field)!, value));
            var after = CaseInputs.Of(decided.State, Day, default).Inputs.ToDictionary(input => input.Path, input => input.Value);
            Assert.All(known, input => Assert.Equal(input.Value, after[input.Key]));
            // What was settled whatever the unknowns are, is settled when they become known.
            var verdict = Verdict(decided);
            if (before.Result is MotherResult.NotEligible) Assert.True(verdict.Result is MotherResult.NotEligible or MotherResult.Excluded);
            else if (before.Result is not MotherResult.NotEnoughEvidence) Assert.Equal(before.Result, verdict.Result);
            if (before.Result is MotherResult.Eligible) eligible++;
            if (before.Result != verdict.Result) changed++;
        }
        Assert.True(eligible > 50 && changed > 50, $"{eligible} eligible before, {changed} settled by proof");
    }

    private static MotherVerdict Verdict(DecidedCase decided) => HeroicMotherRules.Judge(CaseInputs.Of(decided.State, Day, default).Case);

    private static (string Result, string Cases) Words(MotherVerdict verdict) => (verdict.Result == MotherResult.Eligible ? "eligible" : "", string.Join(' ', verdict.Cases));

    private static string Json(DecidedCase decided) => System.Text.Json.JsonSerializer.Serialize(CaseInputs.Of(decided.State, Day, default).Case);

    /// <summary>A family of birth children, some of what is true of it proved.</summary>
    private static DecidedCase Drawn(Random random, Func<CasePerson?, string, string, bool> isProved, Dictionary<(Guid?, string), string>? truth = null)
    {
        truth ??= [];
        var decided = new DecidedCase();
        var mother = decided.Add(CaseRole.Mother, "Trần Thị Mùi");
        CasePerson?[] people =
        [
            null, mother, .. Enumerable.Range(0, random.Next(1, 4)).Select(at => decided.Add(CaseRole.Child, $"Con {(char)('A' + at)}")),
            .. Enumerable.Range(0, random.Next(2)).Select(_ => decided.Add(CaseRole.Husband, "Hồ Văn Cha")),
        ];
        foreach (var person in people)
        {
            var death = random.Next(6);
            foreach (var field in CaseField.Of(person?.Role).Where(field => field.Name is not CaseField.AsOf and not CaseField.StepmotherRule))
            {
                var value = field.Name switch
                {
                    CaseField.Relation => "birth",
                    CaseField.RelationProved => random.Next(8) > 0 ? "true" : "false",
                    CaseField.ListComplete => "true",
                    CaseField.Betrayal or CaseField.Prison or CaseField.EnemySide => random.Next(20) > 0 ? "false" : "true",
                    CaseField.MartyrCertificate or CaseField.InvalidCertificate => random.Next(2) > 0 ? "seen" : "none",
                    CaseField.DiedMinor => "false",
                    CaseField.DiedAdult => death == 1 ? "true" : "false",
                    _ => AnyValue(field, random),
                };
                truth[(person?.Id, field.Name)] = value;
                if (isProved(person, field.Name, value)) decided.Accept(person, field.Name, value, ProofOf(field, value));
                else if (field.Rule == FieldRule.Certificate && value == "seen") decided.Accept(person, field.Name, "claimed", ProofKind.Declaration);
            }
        }
        return decided;
    }

    private static ProofKind ProofOf(CaseField field, string value) =>
        Enum.GetValues<ProofKind>().Where(kind => field.IsProvedBy(kind, value)).DefaultIfEmpty(ProofKind.Statement).First();

    private static (CasePerson? Person, CaseField Field) AnyField(DecidedCase decided, Random random)
    {
        CasePerson?[] people = [null, .. decided.State.People];
        var person = people[random.Next(people.Length)];
        CaseField[] fields = [.. CaseField.Of(person?.Role)];
        return (person, fields[random.Next(fields.Length)]);
    }

    private static string AnyValue(CaseField field, Random random) => field.Name switch
    {
        CaseField.AsOf => "2013-05-06",
        CaseField.InvalidPercent => $"{random.Next(60, 100)}",
        _ => field.Values[random.Next(field.Values.Count)],
    };

    private static ProofKind AnyKind(Random random) => Enum.GetValues<ProofKind>()[random.Next(Enum.GetValues<ProofKind>().Length)];
}
