using System.CommandLine;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Setup.Commands;

/// <summary><c>verify-mothers FILE.csv</c>: the verdicts on a list of mothers, a table out; no archive is touched.</summary>
internal static class VerifyMothersCommand
{
    private static readonly Argument<string> List = new("FILE")
    {
        Description = "CSV in UTF-8, a mother a row; the headings are the paths of the case file (asOf, children[0].martyrCertificate), beside them 'mother'.",
    };

    private static readonly Option<string?> Out = new("--out") { Description = "The table to write, CSV. Default: standard output." };

    public static Command Create()
    {
        var command = new Command("verify-mothers", "Hold the law's conditions for \"Bà mẹ Việt Nam anh hùng\" against a list of mothers.") { List, Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var table = File.OpenRead(parsed.GetRequiredValue(List));
        JudgedMother[] mothers = [.. MotherList.Read(table).Select(JudgedMother.Of)];
        if (parsed.IsJson())
        {
            foreach (var mother in mothers) await Output.WriteLineAsync(mother);
        }
        else
        {
            await using var output = parsed.GetValue(Out) is { } path ? File.Create(path) : Console.OpenStandardOutput();
            await MotherTable.WriteAsync(output, mothers, cancellationToken);
        }
        var refused = mothers.Count(mother => mother.Verdict is null);
        if (refused > 0) await Console.Error.WriteLineAsync($"{refused} dòng không có kết quả: xem cột problem.");
        return refused > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }
}
