using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Demo;
using AwardArchive.Demo.Mothers;

namespace AwardArchive.Tests.Cases;

/// <summary>What became of a generated mother's case.</summary>
/// <param name="NotProposed">What her papers say and nobody proposed: person and field.</param>
/// <param name="Strangers">Proposals that are about somebody else.</param>
/// <param name="Doubtful">Those of them that said so.</param>
/// <param name="OwnDoubtful">Proposals that are hers and were called doubtful.</param>
/// <param name="Accepted">Evidence that the officer took for hers.</param>
/// <param name="WrongPages">Accepted evidence whose page is not the one where the name stands.</param>
/// <param name="Silent">Evidence that counted before anybody accepted it.</param>
/// <param name="Dossier">With what its verdict must be.</param>
/// <param name="Result">Of the verdict.</param>
/// <param name="Case">The main one; null: none.</param>
internal sealed record JudgedDossier(
    MotherDossier Dossier, string Result, string? Case, IReadOnlyList<string> NotProposed, int Accepted, int Strangers, int Doubtful, int OwnDoubtful, int WrongPages, int Silent)
{
    public bool IsRight => (Result, Case) == Dossier.Expected;

    /// <summary>Everything that her papers say was there to be confirmed.</summary>
    public bool IsConfirmed => NotProposed.Count == 0;
}

/// <summary>Works through dossiers over REST as an officer would, who knows by the generator's truth which paper is whose.</summary>
internal sealed class CaseOfficer(HttpClient http)
{
    private const string By = "Cán bộ thẩm định";
    private const string AsOf = "2015-02-10";

    private readonly Dictionary<Guid, (int Mother, DemoDocument Paper, bool IsStray)> papers = [];

    /// <summary>Makes the dossier of a mother and sends her papers; strays go into the archive alone.</summary>
    public async Task<Guid> SendAsync(MotherDossier mother, IReadOnlyList<DemoDocument> scans, CancellationToken cancellationToken)
    {
        var dossier = await PostAsync("api/v1/dossiers", new { title = $"Hồ sơ {mother.Mother.Name}", kind = "heroicMother" }, null, cancellationToken);
        var id = dossier.GetProperty("id").GetGuid();
        foreach (var (paper, scan) in mother.Papers.Zip(scans))
        {
            await using var file = File.OpenRead(scan.Path);
            using var form = new MultipartFormDataContent();
            if (!paper.IsStray) form.Add(new StringContent($"{id}"), "dossierId");
            form.Add(new StreamContent(file), "file", Path.GetFileName(scan.Path));
            using var answer = await http.PostAsync(new Uri("api/v1/documents", UriKind.Relative), form, cancellationToken);
            papers[(await JsonAsync(answer, cancellationToken)).GetProperty("id").GetGuid()] = (mother.Number, scan, paper.IsStray);
        }
        return id;
    }

    /// <summary>Until all that was sent is read and searchable.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        foreach (var id in papers.Keys)
        {
            while ((await GetAsync($"api/v1/documents/{id}", cancellationToken)).GetProperty("status").GetString() is not ("Ready" or "NeedsAttention"))
                await Task.Delay(200, cancellationToken);
        }
        while ((await GetAsync("api/v1/search", cancellationToken)).GetProperty("total").GetInt32() < papers.Count) await Task.Delay(200, cancellationToken);
    }

    public async Task<JudgedDossier> JudgeAsync(Guid id, MotherDossier mother, CancellationToken cancellationToken)
    {
        var state = await GetAsync($"api/v1/dossiers/{id}/case", cancellationToken);
        var silent = state.GetProperty("evidence").GetArrayLength() + state.GetProperty("people").GetArrayLength();
        state = await AddPeopleAsync(id, mother, state, cancellationToken);
        DemoKin[] family = [mother.Mother, mother.Husband, .. mother.Children];
        var people = state.GetProperty("people").EnumerateArray().ToDictionary(person => person.GetProperty("id").GetGuid(), person => family.First(kin => kin.Name == Text(person, "name")));

        var (confirmed, accepted, strangers, doubtful, ownDoubtful, wrongPages) = (new HashSet<(string, string)>(), 0, 0, 0, 0, 0);
        foreach (var proposal in (await GetAsync($"api/v1/dossiers/{id}/case/proposals", cancellationToken)).GetProperty("evidence").EnumerateArray())
        {
            var evidence = proposal.GetProperty("evidence");
            var (person, isDoubtful) = (people[evidence.GetProperty("personId").GetGuid()], proposal.GetProperty("isDoubtful").GetBoolean());
            var isHers = IsHers(mother, person, evidence);
            if (!isHers) (strangers, doubtful) = (strangers + 1, doubtful + (isDoubtful ? 1 : 0));
            else ownDoubtful += isDoubtful ? 1 : 0;
            state = await PostAsync(
                $"api/v1/dossiers/{id}/case/evidence/{evidence.GetProperty("id").GetGuid()}/{(isHers ? "accept" : "refuse")}",
                new { by = By, reason = isHers ? "đúng người, theo giấy gốc" : "của người khác" }, state, cancellationToken);
            if (!isHers) continue;
            accepted++;
            confirmed.Add((person.Name, evidence.GetProperty("proves").GetBoolean() ? Text(evidence, "field")! : "")); // a claim is not what the certificate proves
            var source = evidence.GetProperty("source");
            var page = papers[source.GetProperty("documentId").GetGuid()].Paper.Truth.Pages.ElementAtOrDefault(source.GetProperty("page").GetInt32() - 1);
            if (page is null || !page.Text.ReplaceLineEndings(" ").Contains(person.Name, StringComparison.Ordinal)) wrongPages++;
        }
        // Nothing but what she accepted may count.
        silent += state.GetProperty("evidence").EnumerateArray().Count(one => Text(one, "state") == "accepted" && Text(one, "by") != By);
        silent += Math.Abs(state.GetProperty("evidence").EnumerateArray().Count(one => Text(one, "state") == "accepted") - accepted);

        await AddWhatMinutesSayAsync(id, mother, state, people, cancellationToken);
        var verification = await GetAsync($"api/v1/dossiers/{id}/verification?asOf={AsOf}", cancellationToken);
        var verdict = verification.GetProperty("verdict");
        return new(
            mother, Text(verdict, "result")!, verdict.GetProperty("cases").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } main ? main.GetString() : null,
            [.. Asked(mother).Where(asked => !confirmed.Contains(asked)).Select(asked => $"{asked.Item1}: {asked.Item2}")], accepted, strangers, doubtful, ownDoubtful, wrongPages, silent);
    }

    /// <summary>What the certificates of the dossier prove: that much must be proposed.</summary>
    private static IEnumerable<(string, string)> Asked(MotherDossier mother)
    {
        foreach (var (at, person) in mother.Children.Prepend(mother.Husband).Index())
        {
            var isMissing = mother.Story == MotherStory.CertificateMissing && at == 2;
            if (person.IsMartyr && !isMissing) yield return (person.Name, "martyrCertificate");
            if (person.InvalidPercent is null) continue;
            yield return (person.Name, "invalidCertificate");
            yield return (person.Name, "invalidPercent");
        }
    }

    /// <summary>Those whom papers name, in the generator's spelling where recognition erred; the others by hand.</summary>
    private async Task<JsonElement> AddPeopleAsync(Guid id, MotherDossier mother, JsonElement state, CancellationToken cancellationToken)
    {
        foreach (var (role, kin) in (IEnumerable<(string, DemoKin)>)[("mother", mother.Mother), ("husband", mother.Husband), .. mother.Children.Select(child => ("child", child))])
        {
            var proposals = (await GetAsync($"api/v1/dossiers/{id}/case/proposals", cancellationToken)).GetProperty("people").EnumerateArray();
            var proposal = proposals.Select(one => one.GetProperty("person")).FirstOrDefault(person => Text(person, "role") == role && Entry.KeyOf(Text(person, "name")!) == Entry.KeyOf(kin.Name));
            state = await PostAsync(
                $"api/v1/dossiers/{id}/case/people",
                new
                {
                    role, name = kin.Name, birth = kin.BirthYear?.ToString(CultureInfo.InvariantCulture), death = kin.DeathDate, homePlace = kin.HomePlace, by = By,
                    proposalId = proposal.ValueKind == JsonValueKind.Object ? proposal.GetProperty("id").GetGuid() : (Guid?)null,
                },
                state, cancellationToken);
        }
        return state;
    }

    /// <summary>The commune's words, by page: no machine reads them as inputs.</summary>
    private async Task AddWhatMinutesSayAsync(Guid id, MotherDossier mother, JsonElement state, Dictionary<Guid, DemoKin> people, CancellationToken cancellationToken)
    {
        var minutes = papers.Single(paper => paper.Value.Mother == mother.Number && paper.Value.Paper.Truth.Kind == DemoKind.Minutes);
        var page = minutes.Value.Paper.Truth.Pages.First(page => page.Text.ReplaceLineEndings(" ").Contains("Danh sách các con trên đây là đủ", StringComparison.Ordinal)).Number;
        List<(Guid?, string, string)> said = [(null, "listComplete", "true"), (null, "betrayal", "false"), (null, "prison", "false"), (null, "enemySideRelative", "false")];
        foreach (var (person, kin) in people)
        {
            if (kin.Relation == KinRelation.Husband && kin.IsMartyr) said.Add((person, "remarriedAfter", "false"));
            if (kin.Relation != KinRelation.Child) continue;
            said.AddRange([(person, "relation", "birth"), (person, "relationProved", "true")]);
            if (!kin.IsMartyr) said.AddRange([(person, "diedMinorBeforeMartyrJoined", "false"), (person, "diedAdult", "false")]);
        }
        foreach (var (person, field, value) in said)
        {
            state = await PostAsync(
                $"api/v1/dossiers/{id}/case/evidence", new { personId = person, field, value, kind = "minutes", documentId = minutes.Key, page, by = By }, state, cancellationToken);
        }
    }

    /// <summary>The paper is of this dossier, names the person, and says what was read.</summary>
    private bool IsHers(MotherDossier mother, DemoKin person, JsonElement evidence)
    {
        var paper = papers[evidence.GetProperty("source").GetProperty("documentId").GetGuid()];
        if (paper.IsStray || paper.Mother != mother.Number) return false;
        var named = paper.Paper.Truth.Facts.Kin.FirstOrDefault(kin => kin.Name == person.Name);
        return named is not null && Text(evidence, "field") switch
        {
            "invalidPercent" => Text(evidence, "value") == named.InvalidPercent?.ToString(CultureInfo.InvariantCulture),
            "martyrCertificate" => named.IsMartyr,
            "invalidCertificate" => named.InvalidPercent is not null,
            _ => true,
        };
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private async Task<JsonElement> GetAsync(string address, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), cancellationToken);

    private async Task<JsonElement> PostAsync(string address, object body, JsonElement? state, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (state is { } seen) request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen.GetProperty("version").GetInt32()}\""));
        using var answer = await http.SendAsync(request, cancellationToken);
        return await JsonAsync(answer, cancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri}: {text}");
    }
}
