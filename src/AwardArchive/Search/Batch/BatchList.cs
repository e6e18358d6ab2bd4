using System.Globalization;
using System.Text;
using System.Text.Json;
using AwardArchive.Vietnamese;
using CsvHelper;
using CsvHelper.Configuration;

namespace AwardArchive.Search.Batch;

/// <summary>
/// Reads a list of names: a JSON list of names or of <c>{name, birthYear, place}</c>, or CSV with a header (họ tên, năm sinh, quê quán) or
/// without, then in this order.
/// </summary>
internal static class BatchList
{
    public const int MaxRows = 1_000;
    public const int MaxBytes = 1 << 20;

    private const int MaxNameLength = 200;

    private static readonly string[] NameHeadings = ["ho ten", "ho va ten", "ten", "name"];
    private static readonly string[] YearHeadings = ["nam sinh", "sinh nam", "ngay sinh", "birthyear", "birth year"];
    private static readonly string[] PlaceHeadings = ["que quan", "que", "nguyen quan", "noi o", "dia chi", "place", "hometown"];

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        DetectDelimiter = true, // spreadsheets here write semicolons
        BadDataFound = null,
    };

    /// <param name="json">Else CSV.</param>
    /// <exception cref="BadBatchException">It is too large, not UTF-8, not of this form, or names nobody.</exception>
    public static async Task<IReadOnlyList<BatchRow>> ReadAsync(Stream input, bool json, CancellationToken cancellationToken)
    {
        var text = await ReadTextAsync(input, cancellationToken);
        IReadOnlyList<BatchRow> rows = json ? ReadJson(text) : ReadCsv(text);
        if (rows.Count == 0) throw new BadBatchException("Danh sách không có tên nào.");
        if (rows.Count > MaxRows) throw new BadBatchException($"Danh sách dài quá {MaxRows} dòng: hãy chia nhỏ.");
        if (rows.Index().FirstOrDefault(row => row.Item.Name.Length > MaxNameLength) is { Item: not null } long_)
            throw new BadBatchException($"Dòng {long_.Index + 1}: tên dài quá {MaxNameLength} ký tự.");
        return rows;
    }

    private static async Task<string> ReadTextAsync(Stream input, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxBytes + 1];
        var length = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaxBytes) throw new BadBatchException($"Danh sách lớn quá {MaxBytes >> 20} MB.");
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes, 0, length), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new BadBatchException("Danh sách không phải UTF-8: hãy lưu lại với mã Unicode (UTF-8).");
        }
    }

    private static List<BatchRow> ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(RowOf)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new BadBatchException("Danh sách JSON phải là [\"tên\", …] hoặc [{\"name\": …, \"birthYear\": …, \"place\": …}, …].");
        }
    }

    private static BatchRow RowOf(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) return new(element.GetString()!.Trim());
        return new(
            element.TryGetProperty("name", out var name) ? name.GetString()?.Trim() ?? "" : throw new FormatException(),
            element.TryGetProperty("birthYear", out var year) && year.ValueKind != JsonValueKind.Null ? year.GetInt32() : null,
            element.TryGetProperty("place", out var place) ? place.GetString() : null);
    }

    private static List<BatchRow> ReadCsv(string text)
    {
        using var csv = new CsvParser(new StringReader(text), Form);
        var rows = new List<BatchRow>();
        var columns = (Name: 0, Year: 1, Place: 2);
        for (var first = true; csv.Read(); first = false)
        {
            var cells = csv.Record!;
            if (first && ColumnsOf(cells) is { } named)
            {
                columns = named;
                continue;
            }
            if (CellOf(cells, columns.Name) is { } name) rows.Add(new(name, YearOf(CellOf(cells, columns.Year)), CellOf(cells, columns.Place)));
            if (rows.Count > MaxRows) break;
        }
        return rows;
    }

    /// <summary>Null when the first row is no header.</summary>
    private static (int Name, int Year, int Place)? ColumnsOf(string[] cells)
    {
        var headings = Array.ConvertAll(cells, cell => Folding.Fold(cell.Trim()));
        var name = Array.FindIndex(headings, NameHeadings.Contains);
        return name < 0 ? null : (name, Array.FindIndex(headings, YearHeadings.Contains), Array.FindIndex(headings, PlaceHeadings.Contains));
    }

    private static string? CellOf(string[] cells, int column) =>
        column >= 0 && column < cells.Length && cells[column].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The year of <c>1920</c> and of <c>12/3/1920</c>.</summary>
    private static int? YearOf(string? text) => text is null
        ? null
        : Tokenizer.Tokenize(text).Where(token => token is { IsNumber: true } && token.End - token.Start == 4).Select(token => (int?)int.Parse(token.Normal(), CultureInfo.InvariantCulture)).FirstOrDefault();
}

/// <summary>The list cannot be read; the message is for people.</summary>
public sealed class BadBatchException(string message) : Exception(message);
