using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace AwardArchive.Verification.HeroicMother;

/// <summary>A row of a list of mothers: a case, or why it is none.</summary>
/// <param name="Row">From 1, headings not counted.</param>
/// <param name="Mother">What the column <c>mother</c> says of her: a name, a number of a file.</param>
internal sealed record MotherRow(int Row, string? Mother, MotherCase? Case, IReadOnlyList<CaseProblem> Problems);

/// <summary>
/// Reads cases from a table, CSV in UTF-8, a mother a row. The headings are the paths of the case file (<c>asOf</c>, <c>children[0].relation</c>),
/// in any order, beside them <c>mother</c>; an empty cell is an absent input, and a child or husband without any cell is none. Days also as
/// <c>10/02/2015</c>, yes and no also as <c>có</c> and <c>không</c>.
/// </summary>
internal static partial class MotherList
{
    public const int MaxRows = 10_000;

    private const string Mother = "mother";

    private static readonly JsonObject Schema = CaseSchema.Of<MotherCase>();

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        DetectDelimiter = true, // spreadsheets here write semicolons
        BadDataFound = null,
    };

    /// <exception cref="BadCaseException">It is no UTF-8, has a heading that is no input, no row, or too many.</exception>
    public static IReadOnlyList<MotherRow> Read(Stream table)
    {
        var rows = new List<MotherRow>();
        try
        {
            using var text = new StreamReader(table, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            using var csv = new CsvParser(text, Form);
            if (!csv.Read()) throw new BadCaseException("", "Danh sách trống.");
            string[] headings = [.. csv.Record!.Select(heading => heading.Trim())];
            CheckHeadings(headings);
            while (csv.Read())
            {
                if (Array.TrueForAll(csv.Record!, string.IsNullOrWhiteSpace)) continue;
                if (rows.Count == MaxRows) throw new BadCaseException("", $"Danh sách dài quá {MaxRows} dòng: hãy chia nhỏ.");
                rows.Add(RowOf(rows.Count + 1, headings, csv.Record!));
            }
        }
        catch (DecoderFallbackException)
        {
            throw new BadCaseException("", "Danh sách không phải UTF-8: hãy lưu lại với mã Unicode (UTF-8).");
        }
        return rows.Count > 0 ? rows : throw new BadCaseException("", "Danh sách không có dòng nào.");
    }

    private static void CheckHeadings(string[] headings)
    {
        var unknown = headings.Where(heading => heading.Length > 0 && heading != Mother && TypesAt(heading) is null);
        var twice = headings.Where(heading => heading.Length > 0).GroupBy(heading => heading).Where(same => same.Count() > 1).Select(same => same.Key);
        CaseProblem[] problems =
        [
            .. unknown.Select(heading => new CaseProblem(heading, "không có mục này trong hồ sơ.")),
            .. twice.Select(heading => new CaseProblem(heading, "có hai cột cùng tên.")),
        ];
        if (problems.Length > 0) throw new BadCaseException(problems);
    }

    private static MotherRow RowOf(int number, string[] headings, string[] cells)
    {
        var filled = headings.Zip(cells, (heading, cell) => (Heading: heading, Cell: cell.Trim())).Where(one => one.Heading.Length > 0 && one.Cell.Length > 0).ToList();
        var mother = filled.Find(one => one.Heading == Mother).Cell;
        try
        {
            if (cells.Length > headings.Length) throw new BadCaseException("", "dòng có nhiều ô hơn số cột.");
            var json = new JsonObject { ["children"] = new JsonArray() };
            foreach (var (heading, cell) in filled.Where(one => one.Heading != Mother).OrderBy(one => one.Heading, PathOrder)) Put(json, heading, cell);
            return new(number, mother, CaseFile.Of<MotherCase>(json), []);
        }
        catch (BadCaseException e)
        {
            return new(number, mother, null, e.Problems);
        }
    }

    private static void Put(JsonObject json, string path, string cell)
    {
        var steps = Steps().Match(path);
        var (list, name) = (steps.Groups["list"].Value, steps.Groups["name"].Value);
        var target = json;
        if (steps.Groups["at"] is { Success: true, Value: var digits })
        {
            var items = (json[list] ??= new JsonArray()).AsArray();
            var at = int.Parse(digits, CultureInfo.InvariantCulture);
            if (at > items.Count) throw new BadCaseException($"{list}[{items.Count}]", $"để trống, nhưng {list}[{at}] có ghi.");
            if (at == items.Count) items.Add(new JsonObject());
            target = items[at]!.AsObject();
        }
        else if (list.Length > 0)
        {
            target = (json[list] ??= new JsonObject()).AsObject();
        }
        target[name] = Value(TypesAt(path)!, cell);
    }

    private static JsonNode Value(JsonObject schema, string cell)
    {
        var type = schema["type"]?.ToJsonString() ?? "";
        if (type.Contains("boolean", StringComparison.Ordinal))
        {
            if (cell.ToLowerInvariant() is "true" or "có") return true;
            if (cell.ToLowerInvariant() is "false" or "không") return false;
        }
        if (type.Contains("number", StringComparison.Ordinal) && decimal.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        if (schema["format"] is not null && DateOnly.TryParseExact(cell, ["d/M/yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return cell; // what is wrong with it the check of the case says
    }

    /// <summary>The schema of a cell; null where the path names no input.</summary>
    private static JsonObject? TypesAt(string path)
    {
        if (Steps().Match(path) is not { Success: true } steps) return null;
        var properties = Schema["properties"]!;
        if (steps.Groups["list"] is { Success: true } list)
        {
            var part = properties[list.Value];
            properties = (steps.Groups["at"].Success ? part?["items"] : part)?["properties"];
        }
        return properties?[steps.Groups["name"].Value] is JsonObject schema && schema["items"] is null && schema["properties"] is null ? schema : null;
    }

    /// <summary>Lists in the order of their numbers, whatever the order of the columns.</summary>
    private static Comparer<string> PathOrder { get; } = Comparer<string>.Create((one, other) => NumberOf(one).CompareTo(NumberOf(other)));

    private static int NumberOf(string path) => Steps().Match(path).Groups["at"] is { Success: true } at ? int.Parse(at.Value, CultureInfo.InvariantCulture) : -1;

    [GeneratedRegex(@"^(?:(?<list>[A-Za-z]+)(?:\[(?<at>\d{1,3})\])?\.)?(?<name>[A-Za-z0-9]+)$")]
    private static partial Regex Steps();
}
