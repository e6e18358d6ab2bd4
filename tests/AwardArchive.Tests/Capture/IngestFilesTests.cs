using AwardArchive.Archive;
using AwardArchive.Capture;

namespace AwardArchive.Tests.Capture;

public sealed class IngestFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_file_has_its_outcome_in_order()
    {
        await using var bench = await CaptureBench.OpenAsync();
        var box = bench.Folder.File("Hộp 7");
        Directory.CreateDirectory(Path.Combine(box, "b"));
        string Put(string name, byte[] content)
        {
            File.WriteAllBytes(Path.Combine(box, name), content);
            return Path.Combine(box, name);
        }
        var first = Put("1.tif", Scans.Tiff(bench.Folder.File("t")));
        var notes = Put("2.txt", "ghi chú"u8.ToArray());
        var cut = Put("3.pdf", Scans.Pdf()[..300]);
        var same = Put("b/1 copy.tif", await File.ReadAllBytesAsync(first, Stop));
        Put(".DS_Store", [1]);
        var named = bench.Folder.File("named.txt");
        await File.WriteAllTextAsync(named, "ghi chú", Stop);

        var outcomes = await new IngestFiles(new LocalIngestTarget(bench.Capture))
            .RunAsync(IngestFiles.List([box, named, bench.Folder.File("missing.pdf")]), Stop).ToListAsync(Stop);

        Assert.Equal(
            [(first, "accepted"), (notes, "skipped"), (cut, "refused"), (same, "duplicate"), (named, "refused"), (bench.Folder.File("missing.pdf"), "refused")],
            outcomes.Select(outcome => (outcome.File, outcome.Outcome)));
        Assert.Equal((3, "Received", null as string), (outcomes[0].Pages!.Value, outcomes[0].Status, outcomes[0].Reason));
        Assert.Equal(outcomes[0] with { File = same, Outcome = "duplicate" }, outcomes[3]);
        Assert.All(outcomes.Where(outcome => outcome.Id is null), outcome => Assert.NotEmpty(outcome.Reason!));
        var document = (await bench.Catalog.FindAsync(outcomes[0].Id!.Value, Stop))!;
        Assert.Equal(("1.tif", "Hộp 7"), (document.FileName, document.SourceReference));
    }

    [Fact]
    public async Task The_files_of_a_folder_make_one_dossier_if_that_is_wished()
    {
        await using var bench = await CaptureBench.OpenAsync();
        var box = bench.Folder.File("Hộp 7");
        Directory.CreateDirectory(Path.Combine(box, "Hồ sơ 2"));
        foreach (var (name, copies) in new[] { ("1.pdf", 1), ("2.pdf", 2), ("Hồ sơ 2/3.pdf", 3) })
            await File.WriteAllBytesAsync(Path.Combine(box, name), [.. Scans.Pdf(), .. Enumerable.Repeat((byte)'\n', copies)], Stop);
        var items = IngestFiles.List([box]);
        var ids = new List<Guid?>();
        for (var time = 0; time < 2; time++) // sent again, they stay where they are
        {
            var outcomes = await new IngestFiles(new LocalIngestTarget(bench.Capture, dossierByFolder: true)).RunAsync(items, Stop).ToListAsync(Stop);
            ids.Clear();
            foreach (var outcome in outcomes) ids.Add((await bench.Catalog.FindAsync(outcome.Id!.Value, Stop))!.DossierId);
        }
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.Equal("Hộp 7", (await bench.Catalog.FindDossierAsync(ids[0]!.Value, Stop))!.Title);
        Assert.Equal(("Hồ sơ 2", "Hộp 7/Hồ sơ 2"), ((await bench.Catalog.FindDossierAsync(ids[2]!.Value, Stop))!.Title, (await bench.Catalog.FindDossierAsync(ids[2]!.Value, Stop))!.FolderKey));
        Assert.Equal(2, (await bench.Catalog.FindDossiersAsync(null, 10, Stop)).Count);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_an_item_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var loop = Directory.CreateDirectory(folder.File("a")).FullName;
        File.WriteAllBytes(Path.Combine(loop, "1.pdf"), [1]);
        Directory.CreateSymbolicLink(Path.Combine(loop, "again"), folder.Path); // never followed: it would turn in a circle
        var item = Assert.Single(IngestFiles.List([folder.Path]));
        Assert.Equal(Path.Combine(Path.GetFileName(folder.Path), "a"), item.Folder);
    }

    [Fact]
    public async Task A_pipe_does_not_hold_it_up()
    {
        await using var bench = await CaptureBench.OpenAsync();
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [bench.Folder.File("pipe")])) await mkfifo.WaitForExitAsync(Stop);
        var outcome = Assert.Single(await new IngestFiles(new LocalIngestTarget(bench.Capture))
            .RunAsync(IngestFiles.List([bench.Folder.File("pipe")]), Stop).ToListAsync(Stop));
        Assert.Equal("refused", outcome.Outcome);
    }

    [Fact]
    public async Task A_full_storage_refuses_and_says_so()
    {
        await using var bench = await CaptureBench.OpenAsync(
            ("Archive:MinFreeBytes", (1L << 40).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await File.WriteAllBytesAsync(bench.Folder.File("a.pdf"), Scans.Pdf(), Stop);
        var outcome = Assert.Single(await new IngestFiles(new LocalIngestTarget(bench.Capture))
            .RunAsync(IngestFiles.List([bench.Folder.File("a.pdf")]), Stop).ToListAsync(Stop));
        Assert.Equal(("refused", CaptureProblem.StorageFull.Title), (outcome.Outcome, outcome.Reason));
    }
}
