using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AwardArchive.Vietnamese;

namespace AwardArchive.Archive;

/// <summary>How a document has to do with the number of a paper.</summary>
[JsonConverter(typeof(CamelCase<ReferenceKind>))]
public enum ReferenceKind
{
    /// <summary>It bears the number.</summary>
    Own = 0,

    /// <summary>It is annexed to the paper: "Kèm theo Quyết định số …".</summary>
    Annex = 1,

    /// <summary>It names the paper.</summary>
    Citation = 2,
}

/// <summary>A number that stands on a document, so that papers that name each other are found. A row that follows the facts that count.</summary>
/// <param name="Key">See <see cref="DocumentNumber.Key"/>.</param>
/// <param name="Year">Of the paper; null where nothing says it.</param>
/// <param name="Number">As it is cited: <c>352/KT-HĐNN</c>.</param>
public sealed partial record PaperReference(Guid DocumentId, ReferenceKind Kind, string Key, int? Year, string Number)
{
    private const int MaxKey = 100;

    /// <summary>The numbers on a document. Numbers with a year in them are laws, which every paper names: they join nothing.</summary>
    public static IReadOnlyList<PaperReference> Of(Guid documentId, DocumentFacts facts)
    {
        var found = new List<PaperReference>();
        if (facts is { Number: { } number, Symbol: { } symbol }) Add(ReferenceKind.Own, new(number.Value, symbol.Value), YearIn(facts.IssuedOn?.Value));
        if (facts.AnnexTo is { } annex) AddCited(ReferenceKind.Annex, annex);
        foreach (var citation in facts.Citations) AddCited(ReferenceKind.Citation, citation);
        return [.. found.DistinctBy(reference => (reference.Kind, reference.Key))];

        void AddCited(ReferenceKind kind, Fact fact)
        {
            if (DocumentNumber.TryParse(fact.Value, out var cited)) Add(kind, cited, YearIn(fact.AsWritten));
        }

        void Add(ReferenceKind kind, DocumentNumber cited, int? year)
        {
            if (cited.Year is null && cited.Key.Length is > 0 and <= MaxKey) found.Add(new(documentId, kind, cited.Key, year, cited.ToString()));
        }
    }

    /// <summary>The last year of the century before and of this one that a text names.</summary>
    private static int? YearIn(string? text) =>
        text is not null && YearForm().Matches(text) is [.., var last] ? int.Parse(last.Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\b(?:19|20)[0-9]{2}\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex YearForm();
}
