using System.CommandLine;
using AwardArchive.Places;
using AwardArchive.Vietnamese;

namespace AwardArchive.Setup.Commands;

/// <summary><c>places</c>: take lists of communes in, and look up what a place was made of and what it became.</summary>
internal static class PlacesCommand
{
    private static readonly Argument<string> ImportedFile = new("FILE")
    {
        Description = "A list of units before or after 1 July 2025, or of what they were made of (JSON).",
    };

    private static readonly Option<string?> Source = new("--source")
    {
        Description = "Where its facts come from, kept with each change: the law, the issuing office.",
    };

    private static readonly Option<PlaceLevel> Level = new("--level")
    {
        Description = "province, district or commune.",
        DefaultValueFactory = _ => PlaceLevel.Province,
    };

    private static readonly Argument<string> Name = new("NAME") { Description = "With or without its type and its marks: \"xã Ba Lòng\", dakrong." };
    private static readonly Option<string?> On = new("--on") { Description = "Only units of this day: 2025-06-30." };

    public static Command Create()
    {
        On.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !VietnameseDate.TryParse(text, out _))
                result.AddError("--on must be a date like 2025-06-30.");
        });
        var import = new Command("import", "Take a list in, in the place of the last one of its kind.") { ImportedFile, Source };
        import.SetAction(ImportAsync);
        var list = new Command("list", "Show the units of one level.") { Level, On };
        list.SetAction(ListAsync);
        var search = new Command("search", "Show the units of a name, what they were made of and what they became.") { Name };
        search.SetAction(SearchAsync);
        var status = new Command("status", "Show which lists are imported.");
        status.SetAction(StatusAsync);
        return new Command("places", "Places and their history: lists of communes in, old and new names out.") { import, list, search, status };
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: false, cancellationToken);
        var gazetteer = host.Services.GetRequiredService<Gazetteer>();
        var import = await gazetteer.ImportAsync(parsed.GetRequiredValue(ImportedFile), parsed.GetValue(Source), cancellationToken);
        var status = await gazetteer.StatusAsync(cancellationToken);
        var rows = import.Units.Count + import.Merges.Count;
        if (parsed.IsJson())
        {
            await Output.WriteLineAsync(
                new { file = import.FileName, kind = import.Kind.ToName(), rows, status.Places, status.Changes, status.Unresolved });
            return ExitCode.Done;
        }
        await Console.Out.WriteLineAsync($"{import.FileName}: {rows} rows of {import.Kind.ToName()}. Known now:");
        await Console.Out.WriteLineAsync(Sum(status));
        return ExitCode.Done;
    }

    private static async Task<int> StatusAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        GazetteerStatus status;
        try
        {
            status = await host.Services.GetRequiredService<Gazetteer>().StatusAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new CommandFailedException("The stored lists of places are damaged; import them again. Until then only the built-in places are known.");
        }
        if (parsed.IsJson())
        {
            await Output.WriteLineAsync(new
            {
                imports = status.Imports.Select(import =>
                    new { kind = import.Kind.ToName(), file = import.FileName, import.Sha256, import.ImportedAt, import.Source, import.Rows }),
                status.Places,
                status.Changes,
                status.Unresolved,
            });
            return ExitCode.Done;
        }
        foreach (var import in status.Imports)
            await Console.Out.WriteLineAsync($"{import.Kind.ToName(),-16}{import.Rows,7}  {import.FileName}  {import.ImportedAt:yyyy-MM-dd}  {import.Source}");
        await Console.Out.WriteLineAsync(Sum(status));
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(parsed, cancellationToken);
        var level = parsed.GetValue(Level);
        VietnameseDate? on = VietnameseDate.TryParse(parsed.GetValue(On), out var day) ? day : null;
        foreach (var place in history.Places.Where(place => place.Level == level && (on is not { } date || place.ExistedOn(date))))
        {
            if (parsed.IsJson()) await Output.WriteLineAsync(Shown(place));
            else await Console.Out.WriteLineAsync(Line(place));
        }
        return ExitCode.Done;
    }

    private static async Task<int> SearchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(parsed, cancellationToken);
        foreach (var place in history.Search(parsed.GetRequiredValue(Name)))
        {
            var links = history.Related(place, PlaceRelations.MadeOf | PlaceRelations.PartOf | PlaceRelations.Became, PlaceEvidence.Unverified);
            if (parsed.IsJson())
            {
                await Output.WriteLineAsync(new { place = Shown(place), links = links.Select(Shown) });
                continue;
            }
            await Console.Out.WriteLineAsync(Line(place));
            foreach (var link in links)
            {
                var part = link.IsPartial ? " (một phần)" : "";
                var doubt = link.Evidence == PlaceEvidence.Unverified ? " [chưa kiểm chứng]" : "";
                await Console.Out.WriteLineAsync($"  {Word(link.Relation)} {Line(link.Place)}{part}{doubt}");
                await Console.Out.WriteLineAsync($"    {link.Change.Day?.ToString() ?? "không rõ ngày"}: {link.Change.Source}");
            }
        }
        return ExitCode.Done;
    }

    private static async Task<PlaceHistory> HistoryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        return await host.Services.GetRequiredService<Gazetteer>().HistoryAsync(cancellationToken);
    }

    private static object Shown(Place place) => new
    {
        place.Name,
        place.Type,
        level = place.Level.ToString().ToLowerInvariant(),
        place.Code,
        from = place.From?.ToString(),
        to = place.To?.ToString(),
        above = place.Above?.ToString(),
    };

    private static object Shown(PlaceLink link) => new
    {
        relation = link.Relation switch { PlaceRelations.MadeOf => "madeOf", PlaceRelations.PartOf => "partOf", _ => "became" },
        place = Shown(link.Place),
        partial = link.IsPartial,
        evidence = link.Evidence.ToString().ToLowerInvariant(),
        day = link.Change.Day?.ToString(),
        link.Change.Source,
    };

    private static string Line(Place place)
    {
        var above = place.Above is { } unit ? $", {unit}" : "";
        var code = place.Code is { } digits ? $" [{digits}]" : "";
        var time = place.From is null && place.To is null ? "" : $" ({place.From?.ToString() ?? "…"} – {place.To?.ToString() ?? "…"})";
        return $"{place}{above}{code}{time}";
    }

    private static string Sum(GazetteerStatus status) =>
        $"{status.Places} places, {status.Changes} changes, {status.Unresolved} parts by name only";

    private static string Word(PlaceRelations relation) => relation switch
    {
        PlaceRelations.MadeOf => "gồm",
        PlaceRelations.PartOf => "tách từ",
        _ => "thành",
    };
}
