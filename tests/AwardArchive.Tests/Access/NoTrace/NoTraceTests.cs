using AwardArchive.Archive;
using static AwardArchive.Tests.Access.NoTrace.TwinArchives;

namespace AwardArchive.Tests.Access.NoTrace;

/// <summary>
/// Metamorphic: an archive with papers that somebody may not see, and the same archive in which they never were, answer every request of that person alike, to
/// status, headers and body.
/// </summary>
public sealed class NoTraceTests(TwinArchives twins) : IClassFixture<TwinArchives>
{
    /// <summary>What administrators are told of the whole archive, whatever their clearance (decisions 61, 62 and 64): counts of objects and steps, which groups have grants, and what
    /// everybody did. No word of a paper is among it, and nothing of it is told to others. Accounts are people, other ones in either archive.</summary>
    private static readonly string[] ToldToAdministrators = ["/fixity", "/status", "/audit", "/groups", "/users"];

    [Fact]
    public async Task What_is_hidden_leaves_no_trace_in_any_answer()
    {
        await twins.SignInAsync(Role.Reader | Role.Archivist | Role.Verifier, Confidentiality.Open);
        AssertNone(await new TwinQuestions(twins).AllAsync(looksOnly: false));
    }

    [Fact]
    public async Task To_administrators_neither_but_for_what_is_listed()
    {
        await twins.SignInAsync(TestAccounts.AllRoles, Confidentiality.Open);
        var questions = new TwinQuestions(twins);
        List<string> differences = [.. await questions.RestAsync(looksOnly: true), .. await questions.PagesAsync()];
        AssertNone([.. differences.Where(difference => !ToldToAdministrators.Any(told => PathIn(difference).StartsWith(told, StringComparison.Ordinal)))]);
        // The audit chain has the words in which people asked, here these tests.
        Assert.DoesNotContain(differences.Where(difference => !PathIn(difference).StartsWith("/audit", StringComparison.Ordinal)), difference =>
            ((string[])[HiddenName, HiddenWord, HiddenNumber, HiddenIssuer, HiddenBatch, "mật.pdf", "Hồ sơ riêng"]).Any(word => difference.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Who_may_see_it_gets_other_answers()
    {
        await twins.SignInAsync(TestAccounts.AllRoles, Confidentiality.UltraSecret, Group);
        Assert.InRange((await new TwinQuestions(twins).AllAsync(looksOnly: true)).Count, 60, int.MaxValue);
    }

    internal static void AssertNone(IReadOnlyCollection<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(20))}");

    /// <summary>Of a difference as <see cref="TwinArchives.DifferenceAsync"/> tells it.</summary>
    private static string PathIn(string difference) => difference.Split(' ', '\n')[1].Replace("/api/v1", "", StringComparison.Ordinal);
}
