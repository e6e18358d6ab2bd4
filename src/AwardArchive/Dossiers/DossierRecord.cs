using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Dossiers;

/// <summary>One field of a record with its value.</summary>
/// <param name="Value">Null: nothing is known.</param>
/// <param name="Meaning">What a code stands for; null without one.</param>
/// <param name="IsDerived">It follows from the papers, or is the default.</param>
/// <param name="Problem">What does not fit the circular, for a person; null when nothing.</param>
public sealed record RecordValue(string Field, string Label, string? Value, string? Meaning, bool IsDerived, string? Problem);

/// <summary>Makes the records of the circular from what is kept. Pure functions.</summary>
internal static class DossierRecord
{
    /// <param name="documents">Of the dossier.</param>
    public static IReadOnlyList<RecordValue> Of(Dossier dossier, IReadOnlyList<Document> documents)
    {
        var days = documents.Select(document => document.Facts?.IssuedOn?.Value).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var derived = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["title"] = dossier.Title,
            ["startDate"] = days.FirstOrDefault(),
            ["endDate"] = days.LastOrDefault(),
            ["totalDoc"] = DocumentTypeCodes.Number(documents.Count),
            ["numberOfPage"] = DocumentTypeCodes.Number(documents.Sum(document => document.PageCount)),
            ["numberOfPaper"] = dossier.ExpectedSheets is { } sheets ? DocumentTypeCodes.Number(sheets) : null,
            // A paper that is secret makes its dossier secret.
            ["mode"] = documents.Any(document => document.Confidentiality != Confidentiality.Open) ? "03" : null,
        };
        var values = RecordFields.OfDossier.ToDictionary(
            field => field.Name,
            field => (Entered: dossier.Record.GetValueOrDefault(field.Name), Derived: derived.GetValueOrDefault(field.Name) ?? field.Default));
        var isPaper = (values["confidenceLevel"].Entered ?? values["confidenceLevel"].Derived) != "01";
        return
        [
            .. RecordFields.OfDossier.Select(field =>
            {
                var (entered, own) = values[field.Name];
                return ValueOf(field, entered ?? own, entered is null, isRequired: field.Name == "fileCode" || (isPaper && field.Name == "paperFileCode"));
            }),
        ];
    }

    /// <param name="dossier">Null: the document lies in none.</param>
    /// <param name="ordinal">Of the document in the dossier, from 1.</param>
    public static IReadOnlyList<RecordValue> Of(Document document, Dossier? dossier, int? ordinal)
    {
        var facts = document.Facts ?? DocumentFacts.None;
        var code = dossier?.Record.GetValueOrDefault("fileCode");
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["docId"] = DocIdOf(document.Id),
            ["docCode"] = code is not null && ordinal is { } at ? string.Create(CultureInfo.InvariantCulture, $"{code}.{at:0000000}") : null,
            ["docOrdinal"] = ordinal is { } number ? DocumentTypeCodes.Number(number) : null,
            ["typeName"] = DocumentTypeCodes.Of(facts.Kind?.Value),
            ["codeNumber"] = facts.Number?.Value,
            ["codeNotation"] = facts.Symbol?.Value,
            ["issuedDate"] = facts.IssuedOn?.Value,
            ["organName"] = facts.Issuer?.Value,
            ["subject"] = facts.Title?.Value,
            ["numberOfPage"] = DocumentTypeCodes.Number(document.PageCount),
        };
        return [.. RecordFields.OfDocument.Select(field => ValueOf(field, values.GetValueOrDefault(field.Name), isDerived: true, isRequired: field.Name == "docCode"))];
    }

    /// <summary>The id has 128 bits; in 36 digits and letters they fit into the 25 characters that there are.</summary>
    private static string DocIdOf(Guid id)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var rest = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        Span<char> text = stackalloc char[25];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            rest = System.Numerics.BigInteger.DivRem(rest, Digits.Length, out var digit);
            text[i] = Digits[(int)digit];
        }
        return text.ToString();
    }

    private static RecordValue ValueOf(RecordField field, string? value, bool isDerived, bool isRequired) => new(
        field.Name, field.Label, value, value is null ? null : field.Codes?.GetValueOrDefault(value), isDerived,
        value is null ? (isRequired ? "chưa có" : null) : field.Refuse(value));
}
