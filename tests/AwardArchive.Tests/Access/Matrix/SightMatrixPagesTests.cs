using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace AwardArchive.Tests.Access.Matrix;

// Pages for people, and their forms.
public sealed partial class SightMatrixTests
{
    private const string GuardField = "__RequestVerificationToken";

    /// <summary>What the id of a page names: the row of the longest beginning counts; null: nothing of papers.</summary>
    private static readonly (string Route, string? Thing)[] PageThings =
    [
        ("/documents/{Id:guid}", "document"), ("/dossiers/{Id:guid}", "dossier"), ("/dossiers/{Id:guid}/case", "case"), ("/dossiers/{Id:guid}/report", "case"),
        ("/people/{Id:guid}", "entry"), ("/groups/{Id:guid}", null), ("/users/{Id:guid}", null),
    ];

    [Fact]
    public async Task A_page_of_what_is_hidden_is_the_page_of_what_never_was()
    {
        var never = new ConcurrentDictionary<(MatrixPerson, string), Task<(int Status, string Text)>>();
        var (wrong, hidden, seen) = (new ConcurrentBag<string>(), 0, 0);
        var cases = Pages().Where(page => page.Thing is not null).SelectMany(page => Pairs(page.Needs).Select(pair => (page, pair.Paper, pair.Person))).ToList();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (one, _) =>
        {
            var (page, paper, person) = one;
            var isSeen = paper.IsSeenBy(person, MatrixPaper.Things[page.Thing!]);
            var (status, text) = await LookAsync(person, page, paper, paper);
            Interlocked.Increment(ref isSeen ? ref seen : ref hidden);
            if (isSeen && status != 200) wrong.Add($"{page.Route} as {person}, of {paper}: {text}");
            if (isSeen) return;
            var expected = await never.GetOrAdd((person, $"{page.Route} {paper.HiddenAs(page.Thing!, person)}"), _ => LookAsync(person, page, null, paper));
            if (text != expected.Text) wrong.Add($"{page.Route} as {person}, of {paper}:\n{text}\nnot as what never was:\n{expected.Text}");
        });
        Tell($"{hidden} looks at pages of what is hidden, {seen} of what is seen");
        AssertNone(wrong);
        Assert.True(hidden > 200 && seen > 200);
    }

    /// <summary>The forms are those that somebody gets who sees everything: whoever knows them sends them.</summary>
    [Fact]
    public async Task A_form_about_what_is_hidden_is_answered_as_one_about_what_never_was_and_does_nothing()
    {
        var people = new List<MatrixPerson>();
        await using (var db = await archive.OpenAsync())
        {
            foreach (var clearance in (Confidentiality[])[Confidentiality.Open, Confidentiality.TopSecret])
                foreach (var isInGroup in (bool[])[false, true]) people.Add(await archive.SomebodyAsync(db, TestAccounts.AllRoles, clearance, isInGroup));
        }
        var guards = new Dictionary<MatrixPerson, string>();
        foreach (var person in people) guards[person] = Guard().Match(await TextOfAsync(person, "/dossiers")).Groups[1].Value;
        var papers = archive.Papers.Where(paper => (paper.Level, paper.Place) is
            (Confidentiality.UltraSecret, MatrixPlace.None) or (Confidentiality.Secret, MatrixPlace.OpenDossier) or (Confidentiality.Open, MatrixPlace.GrantedDossier) or (Confidentiality.TopSecret, MatrixPlace.GrantedFonds));
        var before = await archive.KeptAsync();
        var (wrong, sent, forms) = (new ConcurrentBag<string>(), 0, new ConcurrentDictionary<string, bool>());
        foreach (var paper in papers)
        {
            foreach (var page in Pages().Where(page => page.Thing is not null || !page.Route.Contains('{', StringComparison.Ordinal)))
            {
                var address = AddressOf(page, paper);
                var shown = FormsOf(await TextOfAsync(archive.Master, address)).ToList();
                var cases = shown.SelectMany(form => people.Select(person => (form, person))).ToList();
                await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (one, _) =>
                {
                    // The case has the id of its dossier: what is meant, the page says.
                    var hidden = MatrixPaper.Things.Where(thing => !paper.IsSeenBy(one.person, thing.Value) && (thing.Key != "case" || page.Thing == "case"))
                        .Select(thing => (Is: paper[thing.Key], Never: paper.HiddenAs(thing.Key, one.person)))
                        .Where(id => Named(address, one.form).Contains(id.Is, StringComparison.Ordinal) || Named(address, one.form).Contains(Bare(id.Is), StringComparison.Ordinal)).ToList();
                    if (hidden.Count == 0) return;
                    var answer = await SendAsync(one.person, address, one.form, text => text);
                    var expected = await SendAsync(one.person, address, one.form, text => hidden.Aggregate(
                        text, (text, id) => text.Replace(id.Is, id.Never, StringComparison.Ordinal).Replace(Bare(id.Is), Bare(id.Never), StringComparison.Ordinal)));
                    if (answer != expected) wrong.Add($"{page.Route} as {one.person}, form {one.form[0].Value} of {paper}:\n{answer}\nnot as what never was:\n{expected}");
                    Interlocked.Increment(ref sent);
                    forms.TryAdd($"{page.Route} {Regex.Replace(one.form[0].Value, "-[0-9a-f]{32}$", "")}", true);

                    async Task<string> SendAsync(MatrixPerson person, string to, IReadOnlyList<KeyValuePair<string, string>> form, Func<string, string> as_) => (await archive.AskAsync(
                        person, HttpMethod.Post, as_(to),
                        new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, field.Key == GuardField ? guards[person] : as_(field.Value)))), null,
                        [.. hidden.SelectMany(id => new[] { id.Is, id.Never })])).Text;
                });
            }
        }
        Tell($"{sent} forms sent, of {forms.Count} kinds: {string.Join(", ", forms.Keys.Order(StringComparer.Ordinal))}");
        AssertNone(wrong);
        Assert.True(forms.Count > 12, $"{forms.Count} kinds of forms");
        Assert.Equal(before, await archive.KeptAsync());
    }

    private static string Bare(string id) => id.Replace("-", "", StringComparison.Ordinal);

    private static string Named(string address, IEnumerable<KeyValuePair<string, string>> form) => $"{address} {string.Join(' ', form.Select(field => field.Value))}";

    private List<MatrixPage> Pages()
    {
        var pages = archive.Server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => (Route: $"/{endpoint.RoutePattern.RawText!.Trim('/')}", Needs: endpoint.Metadata.GetMetadata<NeedsAttribute>()))
            .Where(page => page.Needs is not null).ToList();
        var unknown = pages.Where(page => page.Route.Contains('{', StringComparison.Ordinal) && RuleOf(page.Route).Route is null).Select(page => page.Route);
        Assert.Empty(unknown);
        Assert.True(pages.Count > 20, $"{pages.Count} pages");
        return [.. pages.Select(page => new MatrixPage(page.Route, page.Needs!.Reads, RuleOf(page.Route).Thing))];
    }

    private static (string? Route, string? Thing) RuleOf(string route) => PageThings.Where(rule => route.StartsWith(rule.Route, StringComparison.Ordinal)).OrderBy(rule => rule.Route.Length).LastOrDefault();

    private static string AddressOf(MatrixPage page, MatrixPaper paper) => page.Thing is null ? page.Route : page.Route.Replace("{Id:guid}", paper[page.Thing], StringComparison.Ordinal);

    /// <param name="at">Null: what the hidden thing of the paper has to look like.</param>
    private Task<(int Status, string Text)> LookAsync(MatrixPerson person, MatrixPage page, MatrixPaper? at, MatrixPaper of)
    {
        var hiddenAs = of.HiddenAs(page.Thing!, person);
        return archive.AskAsync(person, HttpMethod.Get, page.Route.Replace("{Id:guid}", at?[page.Thing!] ?? hiddenAs, StringComparison.Ordinal), null, null, [of[page.Thing!], hiddenAs]);
    }

    private async Task<string> TextOfAsync(MatrixPerson person, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", person.Token);
        using var answer = await archive.Server.Http.SendAsync(request, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>The fields of each form of a page, its name first; a form of several buttons once for each of them.</summary>
    private static IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> FormsOf(string page)
    {
        foreach (Match form in FormForm().Matches(page))
        {
            var fields = new List<KeyValuePair<string, string>>();
            var buttons = new List<KeyValuePair<string, string>>();
            foreach (Match field in FieldForm().Matches(form.Value))
            {
                if (Attribute(field.Value, "name") is not { } name) continue;
                var value = Attribute(field.Value, "value") is { Length: > 0 } given ? given : "Lan";
                (field.Value.StartsWith("<button", StringComparison.Ordinal) ? buttons : fields).Add(new(name, value));
            }
            if (fields.Find(field => field.Key == "_handler") is not { Key: not null } handler) continue;
            fields.Remove(handler);
            foreach (var button in buttons.Count > 0 ? buttons.Select(one => (KeyValuePair<string, string>?)one) : [null])
                yield return [handler, .. fields, .. button is { } pressed ? [pressed] : Array.Empty<KeyValuePair<string, string>>()];
        }

        static string? Attribute(string tag, string name) =>
            Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
    }

    [GeneratedRegex("<form\\b[^>]*method=\"post\".*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex FormForm();

    [GeneratedRegex("<(?:input|select|textarea|button)\\b[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex FieldForm();

    [GeneratedRegex($"name=\"{GuardField}\" value=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Guard();

    /// <param name="Thing">What its id names; null: it has none, or one of no paper.</param>
    private sealed record MatrixPage(string Route, Permission Needs, string? Thing);
}
