using System.Collections.Concurrent;
using System.Text;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Access.Matrix;

/// <summary>
/// Every operation that names a thing, for every role that may, clearance and membership, on papers of every level in every place: what somebody sees is there, what is hidden
/// from them answers as what never was and stays as it is. The requests are made from what the service publishes; an operation that no rule knows fails the test. The suite asks on
/// the levels at the border of each clearance; with <c>AWARD_ARCHIVE_MATRIX=whole</c> everybody asks for everything.
/// </summary>
public sealed partial class SightMatrixTests(MatrixArchive archive) : IClassFixture<MatrixArchive>
{
    private const int AtOnce = 4;

    /// <summary>Everybody who waits for a version is told of an older one, so that what one asks changes nothing for the next.</summary>
    private const string Stale = "0";

    private static bool IsWhole => Environment.GetEnvironmentVariable("AWARD_ARCHIVE_MATRIX") == "whole";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_hidden_answers_as_what_never_was_and_stays_as_it_is()
    {
        var requests = await RequestsAsync();
        var before = await archive.KeptAsync();
        var wrong = new ConcurrentBag<string>();
        // Of what never was the answer is the same whichever paper is meant.
        var never = new ConcurrentDictionary<(MatrixPerson, string, string), Task<string>>();
        var cases = Cases(requests).Where(one => one.Hidden.Count > 0).ToList();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (one, _) =>
        {
            var answer = await AskAsync(one, one.ValueOf, one.Request.Version);
            var expected = await never.GetOrAdd((one.Person, one.Fill(one.Request.Address, one.NeverValueOf), one.Fill(one.Request.Body ?? "", one.NeverValueOf)), _ => NeverAsync(one));
            if (answer.Text != expected && !(one.IsDecision && IsNotTheirs(answer.Status, answer.Text))) wrong.Add($"{one}:\n{answer.Text}\nnot as what never was:\n{expected}");
        });
        Tell($"{cases.Count} requests for what is hidden, {never.Count} for what never was, of {requests.Count} operations");
        AssertNone(wrong);
        Assert.Equal(before, await archive.KeptAsync());

        async Task<string> NeverAsync(Case one) => (await AskAsync(one, one.NeverValueOf, one.Request.Version)).Text;
    }

    [Fact]
    public async Task What_is_seen_is_there()
    {
        var wrong = new ConcurrentBag<string>();
        // Whom a grant lets in would be others than the rule of this test says.
        var cases = Cases(await RequestsAsync()).Where(one => one.Hidden.Count == 0 && one.IsThere && $"{one.Request.Operation}" != "POST /groups/{id}/grants").ToList();
        await Parallel.ForEachAsync(cases.Where(one => one.Request.IsLook), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (one, _) =>
        {
            var (status, text) = await AskAsync(one, one.ValueOf, null);
            if (status != 200) wrong.Add($"{one}: {text}");
        });
        AssertNone(wrong);
        // What may be done once only is asked for one after another, withdrawals at last: of what is withdrawn other things are asked otherwise.
        var writes = cases.Where(one => !one.Request.IsLook).ToLookup(one => one.Request.Things.Contains("finding") || one.Request.Things.Contains("withdrawal"));
        await Parallel.ForEachAsync(writes[false], new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (one, _) => await WriteAsync(one));
        foreach (var one in writes[true])
        {
            await SetAsFilledAsync(one.Paper);
            await WriteAsync(one);
        }
        foreach (var paper in archive.Papers) await SetAsFilledAsync(paper);
        Tell($"{cases.Count} requests for what is seen");
        AssertNone(wrong);

        async Task WriteAsync(Case one)
        {
            var (status, text) = await AskAsync(one, one.ValueOf, Stale);
            if (status is 404 or >= 500 || (status == 403 && text.Contains("problem:forbidden", StringComparison.Ordinal))) wrong.Add($"{one}: {text}");
        }
    }

    [Fact]
    public async Task No_role_clearance_level_or_place_is_left_out_for_any_operation()
    {
        foreach (var cases in Cases(await RequestsAsync()).GroupBy(one => one.Request))
        {
            var roles = archive.People.Select(person => person.Role).Distinct().Count(role => Permissions.Of(role).HasFlag(PermissionMatrixTests.NeedOf(cases.Key.Operation)!.Value));
            Assert.Equal(roles * 4 * 4, cases.Select(one => (one.Person.Role, one.Person.Clearance, one.Paper.Place)).Distinct().Count());
            Assert.Equal(4 * 4 * 2, cases.Select(one => (one.Paper.Level, one.Paper.Place, one.Person.IsInGroup)).Distinct().Count());
            Assert.True(cases.Any(one => one.Hidden.Count > 0) && cases.Any(one => one.Hidden.Count == 0), $"{cases.Key.Operation}");
        }
    }

    /// <summary>Else the bodies could be refused for what they are, whoever sends them.</summary>
    [Fact]
    public async Task Every_body_is_one_that_is_taken()
    {
        var wrong = new List<string>();
        var changing = (await RequestsAsync()).Where(request => !request.IsLook).ToList();
        var papers = changing.ToDictionary(request => request, _ => new MatrixPaper(Confidentiality.Open, MatrixPlace.OpenDossier));
        await archive.AddAsync([.. papers.Values]);
        foreach (var (request, paper) in papers)
        {
            await PrepareAsync(request, paper);
            var one = new Case(request, archive.Master, paper, archive.Bystander, MatrixPaper.Things.Keys.ToHashSet());
            var (status, text) = await AskAsync(one, one.ValueOf, await VersionAsync(request, paper));
            if (status is < 200 or > 299) wrong.Add($"{request.Operation}: {text}");
        }
        Assert.True(papers.Count > 35, $"{papers.Count} operations");
        AssertNone(wrong);
    }

    /// <summary>The one answer that tells: a verdict must not rest on half of the papers (decision 62).</summary>
    private static bool IsNotTheirs(int status, string text) => status == 409 && text.Contains("problem:not-yours-to-decide", StringComparison.Ordinal);

    private static void AssertNone(IReadOnlyCollection<string> wrong) =>
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers, the first of each operation:\n{string.Join("\n\n", wrong.Order(StringComparer.Ordinal).DistinctBy(one => one.Split(" as ")[0]).Take(30))}");

    private static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);

    private async Task<List<MatrixRequest>> RequestsAsync()
    {
        var requests = MatrixOperations.Of(await archive.Server.Http.OperationsAsync(), out var unknown);
        Assert.Empty(unknown);
        Assert.True(requests.Count > 70, $"{requests.Count} operations");
        return requests;
    }

    private IEnumerable<Case> Cases(IReadOnlyList<MatrixRequest> requests)
    {
        foreach (var request in requests)
        {
            var need = PermissionMatrixTests.NeedOf(request.Operation) ?? throw new InvalidOperationException($"{request.Operation}: no row says who may");
            var roots = request.Things.Select(thing => MatrixPaper.Things[thing]).Distinct().ToList();
            // What names two things is sent with either of them beside something that everybody sees, too.
            List<HashSet<string>> meant = [[.. request.Things], .. roots.Count > 1 ? roots.Select(root => request.Things.Where(thing => MatrixPaper.Things[thing] == root).ToHashSet()) : []];
            foreach (var (paper, person) in Pairs(need))
            {
                foreach (var things in meant) yield return new(request, person, paper, archive.Bystander, things);
            }
        }
    }

    /// <summary>Papers and those who ask for them: every role that may × clearance × membership × place, each on levels that the clearance reaches and on levels that it does not.</summary>
    private IEnumerable<(MatrixPaper Paper, MatrixPerson Person)> Pairs(Permission need)
    {
        var roles = archive.People.Select(person => person.Role).Distinct().Where(role => Permissions.Of(role).HasFlag(need)).ToList();
        foreach (var paper in archive.Papers)
        {
            foreach (var person in archive.People)
            {
                // The two levels at the border of what a clearance reaches with each membership: four pairs at each place, one for each role.
                var border = Math.Min((int)person.Clearance, (int)Confidentiality.TopSecret);
                if (!IsWhole && (int)paper.Level - border is not (0 or 1)) continue;
                if (IsWhole ? roles.Contains(person.Role) : roles[((int)paper.Level + (person.IsInGroup ? 2 : 0) + (int)paper.Place) % roles.Count] == person.Role) yield return (paper, person);
            }
        }
    }

    private Task<(int Status, string Text)> AskAsync(Case one, Func<string, string> valueOf, string? version) => archive.AskAsync(
        one.Person, one.Request.Operation.Method, $"/api/v1{one.Fill(one.Request.Address, valueOf)}",
        one.Request.Body is { } body ? new StringContent(one.Fill(body, valueOf), Encoding.UTF8, "application/json") : null, version,
        [.. one.Hidden.SelectMany(thing => new[] { one.ValueOf(thing), one.NeverValueOf(thing) })]);

    /// <summary>The finding is open, the paper is not withdrawn.</summary>
    private async Task SetAsFilledAsync(MatrixPaper paper)
    {
        await using var db = await archive.OpenAsync();
        await db.Findings.Where(one => one.Id == paper.Finding).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, FindingState.Open), Stop);
        await db.Withdrawals.Where(one => one.Id == paper.Withdrawal).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, WithdrawalState.Waiting), Stop);
        await db.Documents.Where(one => one.Id == paper.Document).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, DocumentStatus.Ready), Stop);
    }

    /// <summary>The state in which it can be done.</summary>
    private async Task PrepareAsync(MatrixRequest request, MatrixPaper paper)
    {
        await using var db = await archive.OpenAsync();
        var document = await db.Documents.SingleAsync(one => one.Id == paper.Document, Stop);
        var wish = await db.Withdrawals.SingleAsync(one => one.Id == paper.Withdrawal, Stop);
        switch ($"{request.Operation}")
        {
            case "POST /documents/{id}/retry":
                document.Status = DocumentStatus.NeedsAttention;
                break;
            case "POST /documents/{id}/withdraw":
                db.Withdrawals.Remove(wish);
                break;
            case "POST /documents/{id}/restore":
                document.Status = DocumentStatus.Withdrawn;
                db.Withdrawals.Remove(wish);
                break;
            case "POST /documents/{id}/split/undo":
                await DoAsync($"/documents/{paper.Document}/split", """{"firstPages":[2],"by":"Lan"}""");
                return;
            case "POST /people/proposals/{id}/undo":
                await DoAsync($"/people/proposals/{paper.Pair}/confirm", """{"by":"Lan"}""");
                return;
            case "POST /withdrawals/{id}/take-back":
                db.Withdrawals.Remove(wish);
                db.Withdrawals.Add(new()
                {
                    Id = paper.Withdrawal, DocumentId = paper.Document, Aim = WithdrawalAim.Withdraw, Reason = "quét hai lần", AskedByName = "Lan", AskedAt = wish.AskedAt,
                    AskedBy = archive.Master.Id,
                });
                break;
        }
        await db.SaveChangesAsync(Stop);

        async Task DoAsync(string address, string body)
        {
            var (status, text) = await archive.AskAsync(archive.Master, HttpMethod.Post, $"/api/v1{address}", new StringContent(body, Encoding.UTF8, "application/json"), "1", []);
            Assert.True(status is 200 or 204, text);
        }
    }

    /// <summary>Of what is changed, as it is now.</summary>
    private async Task<string?> VersionAsync(MatrixRequest request, MatrixPaper paper)
    {
        if (!request.Address.Contains("/split/undo", StringComparison.Ordinal)) return request.Version;
        await using var db = await archive.OpenAsync();
        return $"{(await db.Documents.SingleAsync(one => one.Id == paper.Document, Stop)).Version}";
    }

    /// <summary>Somebody asks for things of a paper.</summary>
    /// <param name="Other">Whose things the rest are.</param>
    /// <param name="Meant">The kinds of things that are of the paper.</param>
    private sealed record Case(MatrixRequest Request, MatrixPerson Person, MatrixPaper Paper, MatrixPaper Other, IReadOnlySet<string> Meant)
    {
        /// <summary>The kinds of things that the person does not see.</summary>
        public IReadOnlyList<string> Hidden { get; } = [.. Request.Things.Where(thing => Meant.Contains(thing) && !Paper.IsSeenBy(Person, MatrixPaper.Things[thing]))];

        public string ValueOf(string thing) => Meant.Contains(thing) ? Paper[thing] : Other[thing];

        /// <summary>What is taken out of a dossier must lie in it.</summary>
        public bool IsThere => $"{Request.Operation}" != "DELETE /dossiers/{id}/documents/{documentId}" || (Paper.Place != MatrixPlace.None && Meant.IsSupersetOf(Request.Things));

        /// <summary>In a case that is hidden, of a dossier that is seen.</summary>
        public bool IsDecision => !Request.IsLook && Hidden.Contains("case") && Paper.IsSeenBy(Person, MatrixRoot.Dossier);

        public string NeverValueOf(string thing) => Hidden.Contains(thing) ? Paper.HiddenAs(thing, Person) : ValueOf(thing);

        public string Fill(string text, Func<string, string> valueOf) => MatrixRequest.Fill(text, valueOf);

        public override string ToString() => $"{Request.Operation} as {Person}, of {Paper} ({string.Join(", ", Meant.Intersect(Request.Things))})";
    }
}
