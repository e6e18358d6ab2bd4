using System.CommandLine;
using AwardArchive.Verification;
using AwardArchive.Verification.HeroicMother;
using AwardArchive.Verification.ResistanceAward;

namespace AwardArchive.Setup.Commands;

/// <summary><c>verify-mother</c>, <c>verify-named</c>: the verdict of a rule set on a case file; no archive is touched.</summary>
internal static class VerifyCaseCommand
{
    public static Command CreateMother() => Create<MotherCase, MotherVerdict>(
        "verify-mother", "Hold the law's conditions for \"Bà mẹ Việt Nam anh hùng\" against a case.", HeroicMotherRules.Judge, verdict => verdict.Explanation);

    public static Command CreateNamed() => Create<NamedCase, NamedVerdict>(
        "verify-named", "Tell whether a person is named in any Huân chương or Huy chương Kháng chiến.", ResistanceAwardRules.Judge, verdict => verdict.Explanation);

    private static Command Create<TCase, TVerdict>(string verb, string description, Func<TCase, TVerdict> judge, Func<TVerdict, string> explanation)
        where TCase : class
    {
        var file = new Argument<string?>("CASE") { Description = "The case file, JSON.", Arity = ArgumentArity.ZeroOrOne };
        var schema = new Option<string?>("--schema") { Description = "Print the JSON schema of case files (case) or verdicts (result) and do nothing else." };
        schema.AcceptOnlyFromAmong("case", "result");
        var command = new Command(verb, description) { file, schema };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null == result.GetValue(schema) is null) result.AddError($"{verb} takes a case file, or --schema.");
        });
        command.SetAction(RunAsync);
        return command;

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
        {
            if (parsed.GetValue(schema) is { } which)
            {
                await Console.Out.WriteLineAsync(which == "case" ? CaseSchema.TextOf<TCase>() : CaseSchema.TextOf<TVerdict>());
                return ExitCode.Done;
            }
            await using var json = File.OpenRead(parsed.GetRequiredValue(file)!);
            var verdict = judge(await CaseFile.ReadAsync<TCase>(json, cancellationToken));
            if (parsed.IsJson()) await Output.WriteLineAsync(verdict);
            else await Console.Out.WriteLineAsync(explanation(verdict));
            return ExitCode.Done;
        }
    }
}
