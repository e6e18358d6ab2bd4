using System.Text.Json;
using AwardArchive.Verification;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>The rules against the table read literally, and what must hold between cases.</summary>
public sealed class EveryCompletionTests
{
    private const int Seed = 176;
    private const int Cases = 100_000;

    [Fact]
    public void A_hundred_thousand_random_cases_have_the_verdict_of_the_table_read_literally()
    {
        var seen = new int[Enum.GetValues<MotherResult>().Length];
        Parallel.For(0, 100, part =>
        {
            var random = new Random(Seed + part);
            for (var done = 0; done < Cases / 100;)
            {
                var mother = RandomMothers.Next(random, most: 32);
                if (VerdictOf(mother) is not { } verdict) continue;
                var expected = LiteralReading.Judge(mother);
                var questions = string.Join(' ', verdict.Questions.Select(question => question.Number).Order());
                var missing = string.Join(' ', verdict.Missing.Select(input => input.Input).Order(StringComparer.Ordinal));
                var actual = new LiteralVerdict(verdict.Result, string.Concat(verdict.Cases), missing, questions);
                Assert.True(expected == actual, $"{JsonSerializer.Serialize(mother, CaseSchema.Strict)}\nexpected {expected}\nactual   {actual}");
                Interlocked.Increment(ref seen[(int)verdict.Result]);
                done++;
            }
        });
        Assert.Equal(Cases, seen.Sum());
        Assert.All(seen, count => Assert.True(count > Cases / 200, $"Some verdict is hardly ever met: {string.Join(' ', seen)}"));
    }

    [Fact]
    public void What_becomes_known_never_takes_an_eligible_case_back()
    {
        var changed = 0;
        foreach (var (mother, verdict, random) in Eligible(4_000))
        {
            if (LiteralReading.SettleOne(mother, random) is not { } settled || VerdictOf(settled) is not { } after) continue;
            changed++;
            Assert.Equal(MotherResult.Eligible, after.Result);
            Assert.Empty(verdict.Cases.Except(after.Cases));
        }
        Assert.True(changed > 400, $"Only {changed} cases had anything unknown.");
    }

    [Fact]
    public void A_certificate_that_is_seen_never_takes_an_eligible_case_back()
    {
        var changed = 0;
        foreach (var (mother, _, random) in Eligible(4_000))
        {
            if (VerdictOf(WithCertificate(mother, random)) is not { } after) continue;
            changed++;
            Assert.Equal(MotherResult.Eligible, after.Result);
        }
        Assert.True(changed > 3_000);
    }

    [Fact]
    public void A_further_proved_child_may_destroy_b_and_c_and_nothing_else()
    {
        var destroyed = new HashSet<string>();
        foreach (var (mother, verdict, _) in Eligible(4_000))
        {
            var further = new ChildClaim(Relation.Birth, true, DiedMinorBeforeMartyrJoined: false, DiedAdult: false);
            var after = VerdictOf(mother with { Children = [.. mother.Children, further] })!;
            var lost = verdict.Cases.Except(after.Cases).ToList();
            string[] may = mother.AsOf < new DateOnly(2013, 1, 1) ? ["2"] : ["b", "c"];
            Assert.Empty(lost.Except(may));
            if (verdict.Cases.Except(may).Any()) Assert.Equal(MotherResult.Eligible, after.Result);
            destroyed.UnionWith(lost);
        }
        Assert.Equal(["2", "b", "c"], destroyed.Order());
    }

    [Fact]
    public void Children_of_every_unknown_kind_are_many_completions_and_one_verdict()
    {
        // (3 · 2⁷)¹⁵ completions and more: none of them is listed.
        var nothingKnown = new ChildClaim(MartyrCertificate: MartyrCertificate.Claimed, InvalidCertificate: SeenCertificate.Claimed);
        var mother = new MotherCase(
            new(2015, 2, 10), [.. Enumerable.Repeat(nothingKnown, MotherCase.MaxChildren)], null, [new(MartyrCertificate.Claimed)],
            new(MartyrCertificate.Claimed, null, SeenCertificate.Claimed));
        var verdict = HeroicMotherRules.Judge(mother);
        Assert.Equal(MotherResult.NotEnoughEvidence, verdict.Result);
        Assert.Equal((8 * MotherCase.MaxChildren) + 3 + 3 + 4, verdict.Missing.Count);
        Assert.Equal([4, 1, 1], verdict.Questions.Select(question => question.Number));
        Assert.Equal(MotherResult.NotEnoughEvidence, HeroicMotherRules.Judge(mother with { AsOf = new(2000, 1, 1) }).Result);
    }

    private static IEnumerable<(MotherCase Mother, MotherVerdict Verdict, Random Random)> Eligible(int count)
    {
        var random = new Random(Seed);
        while (count > 0)
        {
            var mother = RandomMothers.Next(random, most: 1_024);
            if (VerdictOf(mother) is not { Result: MotherResult.Eligible } verdict) continue;
            count--;
            yield return (mother, verdict, random);
        }
    }

    private static MotherCase WithCertificate(MotherCase mother, Random random)
    {
        var at = random.Next(mother.Children.Count + 1);
        if (at == mother.Children.Count)
        {
            return mother with
            {
                Self = random.Next(2) == 0
                    ? mother.Self! with { MartyrCertificate = MartyrCertificate.Seen }
                    : mother.Self! with { InvalidPercent = 90, InvalidCertificate = SeenCertificate.Seen },
            };
        }
        return mother with { Children = [.. mother.Children.Select((child, place) => place == at ? child with { MartyrCertificate = MartyrCertificate.Seen } : child)] };
    }

    /// <summary>Null for a case that contradicts itself.</summary>
    private static MotherVerdict? VerdictOf(MotherCase mother)
    {
        try
        {
            return HeroicMotherRules.Judge(mother);
        }
        catch (BadCaseException)
        {
            Assert.Contains(mother.Children, child =>
                child is { DiedMinorBeforeMartyrJoined: true } or { StepmotherRule: StepmotherRule.Met, Relation: not Relation.Step });
            return null;
        }
    }
}
