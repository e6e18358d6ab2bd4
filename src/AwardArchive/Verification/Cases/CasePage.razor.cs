using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Dossiers;
using AwardArchive.Verification.Checks;
using AwardArchive.Viewing.Corrections;
using Microsoft.AspNetCore.Components;

namespace AwardArchive.Verification.Cases;

public sealed partial class CasePage
{
    private CaseResponse? found;
    private CaseProposalsResponse proposals = new([], [], true);
    private VerificationResponse? verification;
    private IReadOnlyList<Document> documents = [];
    private IReadOnlyDictionary<(Guid Document, int Page), (int Width, int Height)> sizes = new Dictionary<(Guid, int), (int, int)>();
    private string title = "";
    private string? problem;
    private string? notice;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOf { get; set; }

    /// <summary>The version of the case that the person looked at.</summary>
    [SupplyParameterFromForm]
    public int? Seen { get; set; }

    [SupplyParameterFromForm]
    public string? By { get; set; }

    [SupplyParameterFromForm]
    public string? Reason { get; set; }

    /// <summary>The button.</summary>
    [SupplyParameterFromForm]
    public string? Do { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private CancellationToken Stop => Http?.RequestAborted ?? CancellationToken.None;

    protected override async Task OnInitializedAsync()
    {
        found = await Desk.FindAsync(Id, null, Stop);
        if (found is null)
        {
            if (Http is not null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        title = (await Catalog.FindDossierAsync(Id, Stop))!.Title;
        proposals = await Desk.FindProposalsAsync(Id, Stop) ?? proposals;
        documents = await Catalog.FindDossierDocumentsAsync(Id, DossierDesk.MaxDocuments, Stop);
        sizes = await Papers.FindPagesAsync(
            [
                .. found.People.Select(person => person.Source).OfType<CaseSource>(), .. found.Evidence.Select(one => one.Evidence.Source).OfType<CaseSource>(),
                .. proposals.People.Select(one => one.Person.Source!), .. proposals.Evidence.Select(one => one.Evidence.Source!),
            ],
            Stop);
        await JudgeAsync();
    }

    private async Task JudgeAsync()
    {
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(AsOf))
        {
            if (CaseField.Find(CaseField.AsOf)!.Refuse(AsOf) is { } refused)
            {
                problem = $"{refused}.";
                return;
            }
            day = DateOnly.ParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        try
        {
            verification = await Desk.VerifyAsync(Id, day, Stop);
        }
        catch (BadCaseException e)
        {
            problem = string.Join(" ", e.Problems.Select(one => NameOf(one.Input) is { Length: > 0 } name ? $"{name}: {one.Why}" : one.Why));
        }
    }

    private (int Width, int Height)? SizeOf(CaseSource source) => sizes.TryGetValue((source.DocumentId, source.Page), out var size) ? size : null;

    private List<IGrouping<Guid?, CaseEvidenceResponse>> Judged(string state) =>
        [.. found!.Evidence.Where(one => one.State == state).GroupBy(one => one.Evidence.PersonId)];

    private string WhoIs(Guid? id) => found!.People.FirstOrDefault(person => person.Id == id) is { } person ? $"{CaseText.Of(person.Role)} {person.Name}" : "Cả hồ sơ";

    private static string Says(CaseEvidence evidence) =>
        $"{CaseField.Find(evidence.Field)!.Label}: {CaseText.Value(evidence.Value)} – {CaseText.Of(evidence.Kind)}{(evidence.CertificateNo is { } number ? $" số {number}" : "")}, "
        + (evidence.Proves ? "chứng minh." : "chỉ là lời khai.");

    /// <summary>An input as people call it: <c>children[1].martyrCertificate</c> is "con Hồ Văn An, Bằng Tổ quốc ghi công".</summary>
    private string NameOf(string path)
    {
        var (list, rest) = path.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? (path[..dot], path[(dot + 1)..]) : ("", path);
        var label = CaseField.Find(rest)?.Label ?? rest;
        var at = list.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open
            ? int.Parse(list.AsSpan(open + 1, list.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        CaseRole? role = list.Length == 0 ? null : list[0] switch { 'c' => CaseRole.Child, 'h' => CaseRole.Husband, _ => CaseRole.Mother };
        return role is { } of && found!.People.Where(person => person.Role == of).ElementAtOrDefault(at) is { } person
            ? $"{CaseText.Of(of)} {person.Name}, {label}"
            : label;
    }

    private async Task AddPersonAsync(Guid? proposal)
    {
        CaseRole? role = proposal is not null ? null : Enum.TryParse<CaseRole>(Typed("Role"), ignoreCase: true, out var chosen) ? chosen : null;
        Show(await Desk.AddPersonAsync(Id, Seen ?? -1, new(role, Typed("Name"), Typed("Birth"), Typed("Death"), Typed("HomePlace"), null, proposal, By, Reason), Stop));
    }

    private async Task RemoveAsync(Guid person) => Show(await Book.RemovePersonAsync(Id, Seen ?? -1, person, new(By, Reason), Stop));

    private async Task DecideAsync(Guid evidence)
    {
        var (seen, answer) = (Seen ?? -1, new CaseAnswer(By, Reason));
        Show(Do switch
        {
            "accept" => await Desk.AcceptAsync(Id, seen, evidence, answer, Stop),
            "refuse" => await Desk.RefuseAsync(Id, seen, evidence, answer, Stop),
            _ => await Book.TakeBackAsync(Id, seen, evidence, answer, Stop),
        });
    }

    private async Task AddEvidenceAsync()
    {
        Guid? paper = Guid.TryParse(Typed("Paper"), out var document) ? document : null;
        Guid? about = Guid.TryParse(Typed("About"), out var person) ? person : null;
        int? page = int.TryParse(Typed("Number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var kind = Enum.TryParse<ProofKind>(Typed("Kind"), out var chosen) ? chosen : ProofKind.Statement;
        if (Typed("Mark") is { } mark && BoxLink.Read(mark) is null)
        {
            Show(new CaseOutcome.Wrong("box", "phải là bốn số x,y,rộng,cao"));
            return;
        }
        Show(await Book.AddEvidenceAsync(
            Id, Seen ?? -1, new(about, Typed("Field"), Typed("Value"), kind, false, paper, page, BoxLink.Read(Typed("Mark")), Typed("Written"), By: By, Reason: Reason), Stop));
    }

    private string? Typed(string name) => Http!.Request.Form[name].ToString() is { Length: > 0 } text ? text : null;

    private void Show(CaseOutcome outcome)
    {
        if (outcome is CaseOutcome.Done) Navigation.NavigateTo($"/dossiers/{Id}/case{(string.IsNullOrEmpty(AsOf) ? "" : $"?asOf={Uri.EscapeDataString(AsOf)}")}");
        else notice = CaseText.Of(outcome);
    }

    private static string? Day(string? iso) => iso is null ? null : PaperTitle.Written(iso);
}
