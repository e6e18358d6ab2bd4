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
    private IReadOnlyList<RowResponse<AwardEntry>> entries = [];
    private RowResponse<AwardEntry>? row;
    private RowResponse<KinEntry>? kinRow;
    private int kinInAll;
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

    /// <summary>The person of a form whose form is open; <c>new</c>: one who is to be added.</summary>
    [SupplyParameterFromQuery(Name = "kin")]
    public string? KinRow { get; set; }

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

    /// <summary><c>confirm:FIELD</c> or <c>remove:FIELD</c>; of a row its id; <c>entry:ID</c> or <c>kin:ID</c>: the row is put back.</summary>
    [SupplyParameterFromForm]
    public string? Decision { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private CancellationToken Stop => Http?.RequestAborted ?? CancellationToken.None;

    private string Who => Actor.Signature(By ?? LastBy);

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
        var stretch = await Reader.ListRowsAsync<Entry, AwardEntry>(Id, After, Size, Stop);
        (entries, nextEntries) = (stretch.Items, stretch.NextCursor);
        total = await Reader.CountRowsAsync<Entry>(Id, Stop);
        kinInAll = await Reader.CountRowsAsync<Kin>(Id, Stop);
        if (Guid.TryParseExact(Row, "N", out var chosen)) row = await Reader.FindRowAsync<Entry, AwardEntry>(Id, chosen, Stop);
        if (row is null && Row != "new") Row = null;
        if (Row is null && Guid.TryParseExact(KinRow, "N", out var person)) kinRow = await Reader.FindRowAsync<Kin, KinEntry>(Id, person, Stop);
        if (Row is not null || (kinRow is null && KinRow != "new")) KinRow = null;
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

    private Task DecideRowAsync() => DecideAsync(Rows);

    private Task DecideKinAsync() => DecideAsync(Persons);

    private async Task DecideAsync<TRow, T>(RowCorrections<TRow, T> corrections)
        where TRow : Mention<T>, new()
        where T : class, IRow<T>
    {
        if (Decision?.Split(':') is not [var action, var id] || !Guid.TryParseExact(id, "N", out var decided)) return;
        Show(action == "confirm"
            ? await corrections.ConfirmAsync(Id, Seen ?? -1, decided, new(By, Note), Stop)
            : await corrections.RemoveAsync(Id, Seen ?? -1, decided, new(By, Note), Stop));
    }

    private Task SaveRowAsync() => SaveAsync(Rows, row?.Id, new EntryEdit(
        Typed("name"), Typed("kind"), Typed("rowNumber"), Typed("birthYear"), Typed("sex"), Typed("homePlace"), Typed("service"), Typed("reason"),
        Typed("award"), Typed("awardClass"), Typed("certificateNo"), Chosen("isPosthumous"), SeenOn, By: By, Note: Note));

    private Task SaveKinAsync() => SaveAsync(Persons, kinRow?.Id, new KinEdit(
        Typed("name"), Typed("relation"), Typed("birthYear"), Typed("deathDate"), Typed("homePlace"), Typed("certificateNo"), Typed("decisionNo"),
        Typed("invalidPercent"), Chosen("isMartyr"), SeenOn, By: By, Note: Note));

    private async Task SaveAsync<TRow, T>(RowCorrections<TRow, T> corrections, Guid? edited, IRowEdit<T> edit)
        where TRow : Mention<T>, new()
        where T : class, IRow<T> => Show(edited is { } known
            ? await corrections.SetAsync(Id, Seen ?? -1, known, edit, Stop)
            : await corrections.AddAsync(Id, Seen ?? -1, edit, Stop));

    private async Task RestoreAsync()
    {
        if (Decision?.Split(':') is not [var kind, var id] || !Guid.TryParseExact(id, "N", out var gone)) return;
        Show(kind == "kin"
            ? await Persons.ConfirmAsync(Id, Seen ?? -1, gone, new(By, Note), Stop)
            : await Rows.ConfirmAsync(Id, Seen ?? -1, gone, new(By, Note), Stop));
    }

    private bool? Chosen(string field) => Typed(field) is { } word ? word == "true" : null;

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
        // What the account says already need not be handed on.
        string[] parts = [query, Who.Length > 0 && Who != Actor.Current.DisplayName ? $"by={Uri.EscapeDataString(Who)}" : ""];
        return $"/documents/{Id}/facts?{string.Join('&', parts.Where(part => part.Length > 0))}".TrimEnd('?');
    }

    private string LabelOf(string field) => field switch
    {
        "by" => "Người sửa",
        "note" => "Lý do",
        "page" => "Trang",
        "value" or "values" => edited?.Label ?? "Giá trị",
        "field" => "Thông tin",
        _ when RowField.Find<KinEntry>(field) is not null && KinRow is not null => FactRule.OfRow<KinEntry>(field).Label,
        _ when RowField.Find<AwardEntry>(field) is not null => FactRule.OfRow<AwardEntry>(field).Label,
        _ => field,
    };

    private static string LabelOf(CorrectionResponse said)
    {
        if (said is { Field: null, Row: RowKind.Kin }) return $"người được khai {FactText.Of(said.Value.Deserialize<KinEntry>(JsonSerializerOptions.Web))}";
        if (said.Field is null) return $"dòng {FactText.Of(said.Value.Deserialize<AwardEntry>(JsonSerializerOptions.Web))}";
        var label = said.Row switch
        {
            RowKind.Kin => $"{FactRule.OfRow<KinEntry>(said.Field).Label} của một người được khai",
            RowKind.Entry => $"{FactRule.OfRow<AwardEntry>(said.Field).Label} của một dòng",
            _ => FactRule.OfDocument(said.Field).Label,
        };
        return $"{label}: {FactText.Values(said.Value.Deserialize<Fact[]>(JsonSerializerOptions.Web)!)}";
    }
}
