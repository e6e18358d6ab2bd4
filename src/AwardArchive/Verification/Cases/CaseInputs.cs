using System.Globalization;
using System.Text.Json.Nodes;
using AwardArchive.Archive;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Verification.Cases;

/// <summary>An input of the case file, and what it rests on.</summary>
/// <param name="Path">As verdicts name it: <c>children[1].martyrCertificate</c>.</param>
/// <param name="Value">As the engine takes it; null: unknown.</param>
/// <param name="IsProved">Else it is claimed, or nothing is said of it.</param>
/// <param name="Evidence">All that was accepted for it.</param>
/// <param name="Conflict">In Vietnamese; null where nothing contradicts.</param>
internal sealed record CaseInput(string Path, CasePerson? Person, CaseField Field, string? Value, bool IsProved, IReadOnlyList<JudgedEvidence> Evidence, string? Conflict);

/// <summary>A case as the rules take it, with where each input comes from.</summary>
/// <param name="Inputs">Those that anything accepted is about, in the order of the case file.</param>
internal sealed record CaseInputs(MotherCase Case, IReadOnlyList<CaseInput> Inputs)
{
    /// <summary>What is accepted in a case, as the inputs of the rules: pure. What is absent is unknown; what was refused or only proposed is not there at all.</summary>
    /// <param name="asOf">The day to judge on; null: the one that the case says.</param>
    /// <param name="today">Where the case says none.</param>
    public static CaseInputs Of(CaseState state, DateOnly? asOf, DateOnly today)
    {
        var accepted = state.Evidence.Where(one => one.IsAccepted).ToLookup(one => (one.Evidence.PersonId, one.Evidence.Field));
        var inputs = new List<CaseInput>();
        var json = Group("", null);
        json[CaseField.AsOf] = (asOf ?? (json[CaseField.AsOf] is { } said ? DateOnly.ParseExact(said.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : today))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        json["children"] = new JsonArray([.. state.Children.Index().Select(child => Group($"children[{child.Index}].", child.Item))]);
        json["husbands"] = new JsonArray([.. state.Husbands.Index().Select(husband => Group($"husbands[{husband.Index}].", husband.Item))]);
        json["self"] = state.Mother is { } mother ? Group("self.", mother) : null;
        return new(CaseFile.Of<MotherCase>(json), inputs);

        JsonObject Group(string path, CasePerson? person)
        {
            var group = new JsonObject();
            foreach (var field in CaseField.Of(person?.Role))
            {
                if (accepted[(person?.Id, field.Name)].ToList() is not { Count: > 0 } evidence) continue;
                var (value, isProved, conflict) = Weigh(field, evidence);
                inputs.Add(new(path + field.Name, person, field, value, isProved, evidence, conflict));
                if (value is not null) group[field.Name] = Json(field, value);
            }
            return group;
        }
    }

    private static (string? Value, bool IsProved, string? Conflict) Weigh(CaseField field, List<JudgedEvidence> evidence)
    {
        string[] proved = [.. evidence.Where(one => one.Evidence.Proves).Select(one => one.Evidence.Value).Distinct()];
        string[] claimed = [.. evidence.Where(one => !one.Evidence.Proves).Select(one => one.Evidence.Value).Distinct()];
        return field.Rule switch
        {
            FieldRule.Certificate => Certificate(proved, claimed),
            FieldRule.Word => proved.Union(claimed).ToArray() is [var only] ? (only, proved.Length > 0, null) : (null, false, Differ(proved.Union(claimed))),
            FieldRule.Measure when proved is [var measured] => (measured, true, claimed.All(measured.Equals) ? null : Differ(proved.Union(claimed))),
            _ when proved.Length > 1 || (proved.Length == 1 && !claimed.All(proved[0].Equals)) => (null, false, Differ(proved.Union(claimed))),
            _ => proved is [var known] ? (known, true, null) : (null, false, null),
        };
    }

    private static (string? Value, bool IsProved, string? Conflict) Certificate(string[] proved, string[] claimed)
    {
        if (proved.Contains("revoked")) return ("revoked", true, null);
        if (proved.Contains("seen"))
        {
            return proved.Contains("none") || claimed.Contains("revoked")
                ? ("claimed", false, Differ(proved.Union(claimed)))
                : ("seen", true, null);
        }
        if (claimed.Any(value => value != "none")) return ("claimed", false, proved.Contains("none") ? Differ(proved.Union(claimed)) : null);
        return ("none", proved.Length > 0, null);
    }

    private static string Differ(IEnumerable<string> values) => $"các giấy tờ nói khác nhau: {string.Join(", ", values)}.";

    private static JsonNode Json(CaseField field, string value) => field.Rule switch
    {
        FieldRule.Measure => JsonValue.Create(decimal.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)),
        _ when value is "true" or "false" => JsonValue.Create(value == "true"),
        _ => JsonValue.Create(value),
    };
}
