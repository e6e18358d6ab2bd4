using System.CommandLine;
using System.Globalization;
using AwardArchive.Search;
using Spectre.Console;

namespace AwardArchive.Setup.Commands;

/// <summary><c>search QUERY</c>: the archive's search, at the terminal.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string> Query = new("QUERY") { Description = "Words, \"phrases\", -without, OR, near/5, prefix*, word~, số: năm: loại: người: nơi:" };
    private static readonly Option<int> Size = new("--size") { Description = "Hits at most, 1 to 100.", DefaultValueFactory = _ => 20 };

    public static Command Create()
    {
        Size.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100) result.AddError("--size must be 1 to 100.");
        });
        var command = new Command("search", "Find documents.") { Query, Size };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        var request = new SearchRequest(Q: parsed.GetValue(Query), Size: parsed.GetValue(Size));
        var found = await host.Services.GetRequiredService<DocumentSearcher>().SearchAsync(request, cancellationToken);
        if (parsed.IsJson())
        {
            foreach (var hit in found.Hits) await Output.WriteLineAsync(hit);
            return ExitCode.Done;
        }
        AnsiConsole.WriteLine($"{found.Total} văn bản, {found.TookMs} ms");
        foreach (var note in found.Understood.Notes) AnsiConsole.WriteLine(note);
        foreach (var hit in found.Hits) Show(hit);
        return ExitCode.Done;
    }

    private static void Show(SearchHit hit)
    {
        var number = hit.Number is null ? null : $"{hit.Number}/{hit.Symbol}";
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{string.Join(" · ", new[] { hit.Kind, number, hit.IssuedOn, hit.Title }.OfType<string>().DefaultIfEmpty(hit.FileName))}[/]");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{hit.FileName}  {hit.DocumentId}[/]");
        foreach (var page in hit.Pages)
        {
            AnsiConsole.Markup($"  trang {page.Number}: ");
            foreach (var run in page.Snippet)
            {
                var text = Markup.Escape(run.Text.ReplaceLineEndings(" "));
                AnsiConsole.Markup(run.Hit ? $"[yellow]{text}[/]" : text);
            }
            AnsiConsole.WriteLine();
        }
    }
}
