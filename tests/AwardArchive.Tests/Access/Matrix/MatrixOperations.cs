using System.Text.RegularExpressions;

namespace AwardArchive.Tests.Access.Matrix;

/// <summary>A request that names things of the archive; where a thing stands, its kind stands behind a <c>$</c>.</summary>
/// <param name="Address">With what stands behind the question mark.</param>
/// <param name="Body">JSON; null: nothing is sent.</param>
internal sealed partial record MatrixRequest(Operation Operation, string Address, string? Body)
{
    public bool IsLook => Operation.Method == HttpMethod.Get;

    /// <summary>The kinds of things that it names.</summary>
    public IReadOnlyList<string> Things { get; } = [.. ThingForm().Matches($"{Address} {Body}").Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>Of what is changed, as the archive was filled; looks and what asks for no version take no harm by it.</summary>
    public string? Version => IsLook ? null : Address.Contains("/case/", StringComparison.Ordinal) ? "2" : "1";

    /// <summary>A text with the ids of things in place of their kinds.</summary>
    public static string Fill(string text, Func<string, string> valueOf) => ThingForm().Replace(text, match => valueOf(match.Groups[1].Value));

    [GeneratedRegex(@"\$([a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ThingForm();
}

/// <summary>From the operations that the service publishes to requests that name things. What no rule knows is told.</summary>
internal static class MatrixOperations
{
    /// <summary>What a parameter of a path names: the row of the longest beginning counts. A value without <c>$</c> is the same of every paper; null: nothing of papers.</summary>
    private static readonly (string Path, string Name, string? Value)[] Parameters =
    [
        ("/documents/{id}", "id", "$document"), ("/documents/{id}/entries", "rowId", "$entry"), ("/documents/{id}/kin", "rowId", "$kin"), ("/documents/{id}/facts", "field", "number"),
        ("/documents/{id}/pages", "number", "1"), ("/documents/{id}/pages", "recognition", "1"),
        ("/dossiers/{id}", "id", "$dossier"), ("/dossiers/{id}", "documentId", "$document"),
        ("/dossiers/{id}/case", "id", "$case"), ("/dossiers/{id}/checks", "id", "$case"), ("/dossiers/{id}/reports", "id", "$case"), ("/dossiers/{id}/verification", "id", "$case"),
        ("/dossiers/{id}/case", "personId", "$person"), ("/dossiers/{id}/case", "evidenceId", "$evidence"), ("/dossiers/{id}/reports", "digest", "$report"),
        ("/people/{id}", "id", "$entry"), ("/people/proposals/{id}", "id", "$pair"), ("/fixity/findings/{id}", "id", "$finding"), ("/withdrawals/{id}", "id", "$withdrawal"),
        // Accounts and what people keep for themselves.
        ("/account", "id", null), ("/users", "id", null), ("/users", "tokenId", null), ("/groups", "id", null), ("/groups", "userId", null), ("/groups", "grantId", null),
        ("/search/saved", "id", null),
    ];

    /// <summary>What stands behind question marks, whatever the operation; null: it names nothing that could be hidden, and is not given.</summary>
    private static readonly Dictionary<string, string?> Query = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dossierId"] = "$dossier", ["q"] = "Nguyễn Thị Hòa", ["a"] = "1", ["b"] = "2", ["by"] = "Lan", ["note"] = "xem lại", ["width"] = "100", ["asOf"] = "2015-02-10",
        ["cursor"] = null, ["userId"] = null,
    };

    /// <summary>Bodies as people send them, each of which is taken of what is seen: a test says so.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["PATCH /documents/{id}"] = """{"dossierId":"$dossier","sourceReference":"Kho 1","confidentiality":"open"}""",
        ["POST /documents/{id}/entries"] = """{"name":"Hồ Văn Nam","birthYear":"1932","by":"Lan"}""",
        ["PUT /documents/{id}/entries/{rowId}"] = """{"name":"Hồ Văn Nam","birthYear":"1932","by":"Lan"}""",
        ["POST /documents/{id}/entries/{rowId}/confirm"] = """{"by":"Lan"}""",
        ["PUT /documents/{id}/facts/{field}"] = """{"value":"45","by":"Lan"}""",
        ["POST /documents/{id}/facts/{field}/confirm"] = """{"by":"Lan"}""",
        ["POST /documents/{id}/kin"] = """{"name":"Hồ Văn Nam","relation":"child","by":"Lan"}""",
        ["PUT /documents/{id}/kin/{rowId}"] = """{"name":"Hồ Văn Nam","relation":"child","by":"Lan"}""",
        ["POST /documents/{id}/kin/{rowId}/confirm"] = """{"by":"Lan"}""",
        ["PUT /documents/{id}/pages/{number}/recognitions/chosen"] = """{"recognition":2}""",
        ["POST /documents/{id}/pages/{number}/recognize"] = "{}",
        ["POST /documents/{id}/recognize"] = "{}",
        ["POST /documents/{id}/split"] = """{"firstPages":[2],"by":"Lan"}""",
        ["POST /documents/{id}/split/refuse"] = """{"by":"Lan"}""",
        ["POST /documents/{id}/split/undo"] = """{"by":"Lan"}""",
        ["POST /documents/{id}/withdraw"] = """{"reason":"quét hai lần"}""",
        ["POST /documents/{id}/restore"] = """{"reason":"rút nhầm"}""",
        ["PATCH /dossiers/{id}"] = """{"title":"Hồ sơ khác"}""",
        ["POST /dossiers/{id}/case/evidence"] = """{"field":"prison","value":"true","kind":"minutes","documentId":"$document","page":1,"by":"Lan"}""",
        ["POST /dossiers/{id}/case/evidence/{evidenceId}/accept"] = """{"by":"Lan","reason":"đã xem"}""",
        ["POST /dossiers/{id}/case/evidence/{evidenceId}/refuse"] = """{"by":"Lan","reason":"không rõ"}""",
        ["POST /dossiers/{id}/case/evidence/{evidenceId}/undo"] = """{"by":"Lan","reason":"xem lại"}""",
        ["POST /dossiers/{id}/case/people"] = """{"role":"child","name":"Hồ Văn Nam","entries":["$entry"],"by":"Lan"}""",
        ["PATCH /dossiers/{id}/case/people/{personId}"] = """{"name":"Trần Thị Mai","entries":["$entry"],"by":"Lan"}""",
        ["POST /dossiers/{id}/case/people/{personId}/remove"] = """{"by":"Lan","reason":"không phải"}""",
        ["PUT /dossiers/{id}/documents/{documentId}"] = """{"sheetFrom":1,"sheetTo":2}""",
        ["POST /dossiers/{id}/proposals/{documentId}/refuse"] = """{"by":"Lan"}""",
        ["POST /dossiers/{id}/reports"] = """{"by":"Lan"}""",
        ["POST /fixity/findings/{id}/accept"] = """{"note":"đã biết"}""",
        ["POST /groups/{id}/grants"] = """{"dossierId":"$dossier"}""",
        ["POST /people/pairs"] = """{"one":"$entry","other":"$kin","by":"Lan","reason":"cùng người"}""",
        ["POST /people/proposals/{id}/confirm"] = """{"by":"Lan"}""",
        ["POST /people/proposals/{id}/refuse"] = """{"by":"Lan","reason":"khác người"}""",
        ["POST /people/proposals/{id}/undo"] = """{"by":"Lan"}""",
        ["POST /withdrawals/{id}/confirm"] = """{"note":"đúng"}""",
        ["POST /withdrawals/{id}/refuse"] = """{"note":"chưa"}""",
        ["POST /withdrawals/{id}/take-back"] = """{"note":"thôi"}""",
    };

    /// <summary>Ids that bodies may have and that are not sent here, and why no answer can turn on whether they are hidden.</summary>
    private static readonly HashSet<string> NotSent =
    [
        "POST /dossiers/{id}/case/people: proposalId", "PATCH /dossiers/{id}/case/people/{personId}: proposalId", // computed from papers that the sender sees
        "PATCH /dossiers/{id}/case/people/{personId}: role",
        "POST /dossiers/{id}/case/evidence: personId", // of the case itself
    ];

    /// <param name="unknown">What no rule knows.</param>
    public static List<MatrixRequest> Of(IEnumerable<Operation> operations, out List<string> unknown)
    {
        var (requests, missing) = (new List<MatrixRequest>(), new List<string>());
        foreach (var operation in operations)
        {
            var address = operation.Path;
            foreach (var name in operation.Parameters)
            {
                var rule = Parameters.Where(row => row.Name == name && operation.Path.StartsWith(row.Path, StringComparison.Ordinal)).OrderBy(row => row.Path.Length).LastOrDefault();
                if (rule.Path is null) missing.Add($"{operation}: nobody knows what {name} is");
                address = address.Replace($"{{{name}}}", rule.Value ?? $"{MatrixArchive.SpareGroup}", StringComparison.Ordinal);
            }
            var asked = operation.Query.Select(name => (Name: name, Value: Query.GetValueOrDefault(name))).Where(one => one.Value is not null)
                .Select(one => $"{one.Name}={(one.Value![0] == '$' ? one.Value : Uri.EscapeDataString(one.Value))}").ToList();
            if (asked.Count > 0) address += $"?{string.Join('&', asked)}";
            var request = new MatrixRequest(operation, address, Bodies.GetValueOrDefault($"{operation}"));
            foreach (var id in operation.Ids.Where(id => !Query.ContainsKey(id) || !operation.Query.Contains(id)))
            {
                if (request.Body?.Contains($"\"{id}\":", StringComparison.Ordinal) != true && !NotSent.Contains($"{operation}: {id}")) missing.Add($"{operation}: {id} in the body is not sent");
            }
            if (request.Things.Count == 0) continue;
            if (operation.Body is not null && request.Body is null) missing.Add($"{operation}: no body");
            requests.Add(request);
        }
        missing.AddRange(Bodies.Keys.Except(requests.Select(request => $"{request.Operation}")).Select(name => $"{name}: a body for an operation that is not there"));
        unknown = missing;
        return requests;
    }
}
