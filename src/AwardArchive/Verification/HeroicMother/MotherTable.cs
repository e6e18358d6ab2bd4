using System.Text.Json;
using AwardArchive.Search.Export;

namespace AwardArchive.Verification.HeroicMother;

/// <summary>The verdicts on a list of mothers as a table, in the order of the list; a row that is no case says what is wrong with it.</summary>
internal static class MotherTable
{
    private static readonly string[] Headings = ["row", "mother", "result", "cases", "law", "missing", "questions", "explanation", "problem"];

    public static async Task WriteAsync(Stream output, IEnumerable<JudgedMother> mothers, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.BeginAsync(output, Headings);
        foreach (var mother in mothers)
        {
            table.Row.WriteField(mother.Row);
            table.Row.WriteField(mother.Mother);
            table.Row.WriteField(mother.Verdict is { } verdict ? JsonNamingPolicy.CamelCase.ConvertName(verdict.Result.ToString()) : null);
            table.Row.WriteField(Joined(mother.Verdict?.Cases));
            table.Row.WriteField(mother.Verdict?.Law);
            table.Row.WriteField(Joined(mother.Verdict?.Missing.Select(missing => missing.Input)));
            table.Row.WriteField(Joined(mother.Verdict?.Questions.Select(question => question.Number)));
            table.Row.WriteField(mother.Verdict?.Explanation);
            table.Row.WriteField(Joined(mother.Problems));
            await table.Row.NextRecordAsync();
        }
        await table.FlushAsync(cancellationToken);
    }

    private static string? Joined<T>(IEnumerable<T>? several) => several is null ? null : string.Join("; ", several);
}

/// <param name="Verdict">Null when the row is no case, or one without a verdict: then <paramref name="Problems"/> says why.</param>
internal sealed record JudgedMother(int Row, string? Mother, MotherVerdict? Verdict, IReadOnlyList<CaseProblem> Problems)
{
    public static JudgedMother Of(MotherRow row)
    {
        if (row.Case is null) return new(row.Row, row.Mother, null, row.Problems);
        try
        {
            return new(row.Row, row.Mother, HeroicMotherRules.Judge(row.Case), []);
        }
        catch (BadCaseException e)
        {
            return new(row.Row, row.Mother, null, e.Problems);
        }
    }
}
