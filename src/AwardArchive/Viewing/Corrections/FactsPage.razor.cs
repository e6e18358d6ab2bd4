using System.Text.Json;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Components;

namespace AwardArchive.Viewing.Corrections;

public sealed partial class FactsPage
{
    private const int Size = 50;

    private DocumentResponse? document;
    private FactsResponse? facts;
    private FactResponse? edited;
    private ReadingChanges changes = ReadingChanges.None;
    private IReadOnlyList<EntryResponse> entries = [];
    private EntryResponse? row;
    private string? nextEntries;
    private int total;
    private string? notice;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The field whose form is open.</summary>
    [SupplyParameterFromQuery(Name = "edit")]
    public string? Edit { get; set; }

    /// <summary>The entry whose form is open; <c>new</c>: one that is to be added.</summary>
    [SupplyParameterFromQuery(Name = "row")]
    public string? Row { get; set; }

    /// <summary>The last entry of the stretch before.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public int? AfterEntry { get; set; }

    /// <summary>The person who corrected last, so that the name is typed once.</summary>
    [SupplyParameterFromQuery(Name = "by")]
    public string? LastBy { get; set; }

    /// <summary>The document's version that the person looked at.</summary>
    [SupplyParameterFromForm]
    public int? Seen { get; set; }

    [SupplyParameterFromForm]
    public string? By { get; set; }

    [SupplyParameterFromForm]
    public string? Note { get; set; }

    [SupplyParameterFromForm]
    public string? Value { get; set; }

    [SupplyParameterFromForm]
    public int? SeenOn { get; set; }

    /// <summary><c>confirm:FIELD</c> or <c>remove:FIELD</c>; of an entry its id.</summary>
    [SupplyParameterFromForm]
    public string? Decision { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private CancellationToken Stop => Http?.RequestAborted ?? CancellationToken.None;

    private string Who => By ?? LastBy ?? "";

    private int After => AfterEntry ?? 0;

    protected override async Task OnInitializedAsync()
    {
        document = await Documents.FindAsync(Id, Stop);
        facts = await Reader.FindAsync(Id, Stop);
        if (document is null || facts is null)
        {
            if (Http is not null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        edited = facts.Facts.FirstOrDefault(field => field.Field == Edit);
        var stretch = await Reader.ListEntriesAsync(Id, After, Size, Stop);
        (entries, nextEntries) = (stretch.Items, stretch.NextCursor);
        total = await Reader.CountEntriesAsync(Id, Stop);
        if (Guid.TryParseExact(Row, "N", out var chosen)) row = await Reader.FindEntryAsync(Id, chosen, Stop);
        if (row is null && Row != "new") Row = null;
        if (facts.Changes > 0) changes = await Reader.FindChangesAsync(Id, Stop) ?? ReadingChanges.None;
    }

    private async Task DecideAsync()
    {
        if (Decision?.Split(':') is not [var action, var field]) return;
        Show(action == "confirm"
            ? await Corrections.ConfirmAsync(Id, Seen ?? -1, field, new(By, Note), Stop)
            : await Corrections.RemoveAsync(Id, Seen ?? -1, field, new(By, Note), Stop));
    }

    private async Task EditAsync()
    {
        if (edited is null) return;
        var edit = new FactEdit(
            edited.IsList ? null : Value,
            edited.IsList ? [.. (Value ?? "").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))] : null,
            Page: SeenOn, By: By, Note: Note);
        Show(await Corrections.SetAsync(Id, Seen ?? -1, edited.Field, edit, Stop));
    }

    private async Task DecideRowAsync()
    {
        if (Decision?.Split(':') is not [var action, var id] || !Guid.TryParseExact(id, "N", out var entry)) return;
        Show(action == "confirm"
            ? await Corrections.ConfirmEntryAsync(Id, Seen ?? -1, entry, new(By, Note), Stop)
            : await Corrections.RemoveEntryAsync(Id, Seen ?? -1, entry, new(By, Note), Stop));
    }

    private async Task SaveRowAsync()
    {
        var edit = new EntryEdit(
            Typed("name"), Typed("kind"), Typed("rowNumber"), Typed("birthYear"), Typed("sex"), Typed("homePlace"), Typed("service"), Typed("reason"),
            Typed("award"), Typed("awardClass"), Typed("isPosthumous") is { } posthumous ? posthumous == "true" : null, SeenOn, By: By, Note: Note);
        Show(row is null
            ? await Corrections.AddEntryAsync(Id, Seen ?? -1, edit, Stop)
            : await Corrections.SetEntryAsync(Id, Seen ?? -1, row.Id, edit, Stop));
    }

    private async Task RestoreAsync()
    {
        if (Guid.TryParseExact(Decision, "N", out var entry)) Show(await Corrections.ConfirmEntryAsync(Id, Seen ?? -1, entry, new(By, Note), Stop));
    }

    private string? Typed(string field) => Http?.Request.Form[$"Row.{field}"].ToString() is { Length: > 0 } text ? text : null;

    private void Show(CorrectionOutcome outcome)
    {
        if (outcome is CorrectionOutcome.Corrected)
        {
            Navigation.NavigateTo(LinkTo(After > 0 ? $"after={After}" : ""));
            return;
        }
        notice = outcome switch
        {
            CorrectionOutcome.Wrong wrong => $"Chưa lưu: {LabelOf(wrong.Field)} {wrong.Message}.",
            CorrectionOutcome.NotFound => "Dòng này không còn nữa.",
            _ => "Văn bản đã thay đổi từ khi trang này mở ra. Hãy xem lại rồi sửa.",
        };
    }

    private string LinkTo(string query)
    {
        string[] parts = [query, Who.Length > 0 ? $"by={Uri.EscapeDataString(Who)}" : ""];
        return $"/documents/{Id}/facts?{string.Join('&', parts.Where(part => part.Length > 0))}".TrimEnd('?');
    }

    private string LabelOf(string field) => field switch
    {
        "by" => "Người sửa",
        "note" => "Lý do",
        "page" => "Trang",
        "value" or "values" => edited?.Label ?? "Giá trị",
        "field" => "Thông tin",
        _ => EntryField.Find(field) is null ? field : FactRule.OfEntry(field).Label,
    };

    private static string LabelOf(CorrectionResponse said)
    {
        if (said.Field is null) return $"dòng {FactText.Of(said.Value.Deserialize<AwardEntry>(JsonSerializerOptions.Web))}";
        var label = said.EntryId is null ? FactRule.OfDocument(said.Field).Label : $"{FactRule.OfEntry(said.Field).Label} của một dòng";
        return $"{label}: {FactText.Values(said.Value.Deserialize<Fact[]>(JsonSerializerOptions.Web)!)}";
    }

    private static RenderFragment Options(IReadOnlyList<string> values, string? chosen) => options =>
    {
        foreach (var value in values.Prepend(""))
        {
            options.OpenElement(0, "option");
            options.AddAttribute(1, "value", value);
            options.AddAttribute(2, "selected", value == (chosen ?? ""));
            options.AddContent(3, FactText.Value(value));
            options.CloseElement();
        }
    };
}
