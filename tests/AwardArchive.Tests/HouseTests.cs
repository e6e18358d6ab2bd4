using System.Text.RegularExpressions;

namespace AwardArchive.Tests;

/// <summary>Guards what no compiler does: the borders between the slices, and that what is told of them is so.</summary>
public sealed partial class HouseTests
{
    /// <summary>In flow order: a slice may use what stands before it. Demo makes input only and is used by commands and tests.</summary>
    private static readonly string[] Slices =
        ["Archive", "Capture", "Recognition", "Places", "Reading", "Indexing", "Search", "Viewing", "Dossiers", "People", "Verification", "Exchange", "Fixity", "Access", "Demo", "Setup"];

    private static readonly string Root = Repository.Root;

    [Fact]
    public void Every_folder_of_the_service_is_a_slice_in_the_list()
    {
        string[] notSlices = ["obj", "bin", "wwwroot", "Properties"];
        var folders = Directory.GetDirectories(Path.Combine(Root, "src", "AwardArchive")).Select(f => Path.GetFileName(f)!).Except(notSlices);
        Assert.Empty(folders.Except(Slices));
    }

    [Fact]
    public void A_slice_uses_only_what_stands_before_it()
    {
        var wrong = SourceFiles()
            .SelectMany(file => Names().Matches(File.ReadAllText(file.Path)).Select(match => (file.Path, file.Slice, Used: match.Groups[1].Value)))
            .Where(use => Array.IndexOf(Slices, use.Used) > Array.IndexOf(Slices, use.Slice))
            .Select(use => $"{Path.GetRelativePath(Root, use.Path)} uses {use.Used}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_rule_sees_uses_of_other_slices() =>
        Assert.Contains(SourceFiles().Where(f => f.Slice == "Setup"), f => Names().IsMatch(File.ReadAllText(f.Path)));

    [Fact]
    public void The_language_library_knows_nothing_of_the_service()
    {
        var files = Directory.GetFiles(Path.Combine(Root, "src", "AwardArchive.Vietnamese"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => Regex.IsMatch(File.ReadAllText(file), @"\busing (Lucene|System\.IO|Microsoft)"));
    }

    [Fact]
    public void What_the_architecture_names_is_there()
    {
        var sources = new[] { "src", "tests", "eng", "ocr-data" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)).ToList();
        var known = sources.SelectMany(path => Path.GetRelativePath(Root, path).Split('/', '.')).ToHashSet(StringComparer.Ordinal);
        foreach (var path in sources.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))) known.UnionWith(Words().Matches(File.ReadAllText(path)).Select(match => match.Value));
        var named = Quoted().Matches(File.ReadAllText(Path.Combine(Root, "ARCHITECTURE.md"))).SelectMany(match => Words().Matches(match.Groups[1].Value)).Select(match => match.Value).ToHashSet();
        Assert.True(named.Count > 100);
        Assert.Empty(named.Except(known).Except(["award", "archive", "cs", "md", "sh", "Desk", "Job", "Options", "Services", "Endpoints"]));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        string[] documents = ["README.md", "ARCHITECTURE.md", .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)];
        var wrong = from document in documents
                    let path = Path.Combine(Root, document)
                    from link in Links().Matches(File.ReadAllText(path))
                    let target = link.Groups[1].Value
                    where !target.StartsWith("http", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target))
                    select $"{Path.GetRelativePath(Root, path)}: {target}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Path, string Slice)> SourceFiles() =>
        from slice in Slices
        let folder = Path.Combine(Root, "src", "AwardArchive", slice)
        where Directory.Exists(folder)
        from path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
        select (path, slice);

    [GeneratedRegex(@"\bAwardArchive\.(Archive|Capture|Recognition|Places|Reading|Indexing|Search|Viewing|Dossiers|People|Verification|Exchange|Fixity|Access|Demo|Setup)\b")]
    private static partial Regex Names();

    [GeneratedRegex(@"`([A-Za-z0-9_./…]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Links();
}
