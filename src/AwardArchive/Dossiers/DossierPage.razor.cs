using System.Globalization;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Components;

namespace AwardArchive.Dossiers;

public sealed partial class DossierPage
{
    private const int Size = 200;

    private DossierResponse? dossier;
    private ListResponse<DossierDocument> documents = new([], null);
    private IReadOnlyList<ProposalResponse> proposals = [];
    private string? notice;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The last document of the page before.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public int? After { get; set; }

    /// <summary>The version of dossier or document that the person looked at.</summary>
    [SupplyParameterFromForm]
    public int? Seen { get; set; }

    [SupplyParameterFromForm]
    public int? SheetFrom { get; set; }

    [SupplyParameterFromForm]
    public int? SheetTo { get; set; }

    [SupplyParameterFromForm]
    public string? By { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private CancellationToken Stop => Http?.RequestAborted ?? CancellationToken.None;

    private IEnumerable<(string Name, string? Value)> Places =>
    [
        ("fonds", dossier!.Place.Fonds), ("catalog", dossier.Place.Catalog), ("box", dossier.Place.Box), ("number", dossier.Place.Number), ("shelf", dossier.Place.Shelf),
    ];

    /// <summary>A field of a request as people call it.</summary>
    internal static string LabelOf(string field) => field switch
    {
        "title" => "Tiêu đề",
        "place.fonds" => "Phông",
        "place.catalog" => "Mục lục",
        "place.box" => "Hộp",
        "place.number" => "Hồ sơ số",
        "place.shelf" => "Kho, giá, ngăn",
        "expectedPages" => "Số trang ghi trên bìa",
        "expectedSheets" => "Số tờ cuối",
        "sheetFrom" or "sheetTo" => "Số tờ",
        "by" => "Tên",
        _ => RecordFields.Find(field.Replace("record.", "", StringComparison.Ordinal))?.Label ?? field,
    };

    protected override async Task OnInitializedAsync()
    {
        dossier = await Desk.FindAsync(Id, Stop);
        if (dossier is null)
        {
            if (Http is not null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        documents = await Desk.FindDocumentsAsync(Id, After ?? 0, Size, Stop) ?? documents;
        proposals = await Desk.FindProposalsAsync(Id, Stop) ?? [];
    }

    private static string? Of(DossierDocument document, string field) => document.Record.First(value => value.Field == field).Value;

    private async Task JoinAsync(Guid document) => Show(await Desk.JoinAsync(Id, document, Seen ?? -1, new(SheetFrom, SheetTo), Stop));

    private async Task TakeOutAsync(Guid document) => Show(await Desk.TakeOutAsync(Id, document, Seen ?? -1, Stop));

    private async Task RefuseAsync(Guid document) => Show(await Desk.RefuseAsync(Id, document, new(By), Stop));

    private async Task MakeCaseAsync() => Show(await Desk.EditAsync(Id, Seen ?? -1, new(Kind: "heroicMother"), Stop));

    private async Task SaveAsync()
    {
        var typed = Http!.Request.Form;
        var record = RecordFields.OfDossier.Where(field => !field.IsDerived)
            .ToDictionary(field => field.Name, field => (string?)typed[$"Edit.record.{field.Name}"].ToString(), StringComparer.Ordinal);
        var edit = new DossierEdit(
            Text("title"), new(Text("place.fonds"), Text("place.catalog"), Text("place.box"), Text("place.number"), Text("place.shelf")),
            Number("expectedPages"), Number("expectedSheets"), record);
        Show(await Desk.EditAsync(Id, Seen ?? -1, edit, Stop));

        string Text(string name) => typed[$"Edit.{name}"].ToString();

        // Nothing takes away; what is no number is refused.
        int Number(string name) => Text(name) is not { Length: > 0 } text ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private void Show(DossierOutcome outcome)
    {
        if (outcome is DossierOutcome.Done)
        {
            Navigation.NavigateTo($"/dossiers/{Id}");
            return;
        }
        notice = outcome switch
        {
            DossierOutcome.Wrong wrong => $"Chưa lưu: {LabelOf(wrong.Field)} {wrong.Message}.",
            DossierOutcome.NotTheirs => "Không quyết định được từ tài khoản này. Hãy hỏi người phụ trách việc xét duyệt hồ sơ này.",
            DossierOutcome.NotFound => "Hồ sơ hoặc văn bản này không còn nữa.",
            _ => "Hồ sơ hoặc văn bản đã thay đổi từ khi trang này mở ra. Hãy xem lại rồi sửa.",
        };
    }
}
