using System.Security.Cryptography;
using AwardArchive.Archive;
using AwardArchive.Capture;

namespace AwardArchive.Tests.Capture;

public sealed class DocumentCaptureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_captured_file_has_its_row_its_original_and_its_next_step()
    {
        await using var bench = await CaptureBench.OpenAsync();
        var pdf = Scans.Pdf(3);
        var dossier = Guid.NewGuid();
        await bench.Catalog.AddDossierAsync(new() { Id = dossier, Title = "Hồ sơ" }, Stop);
        var result = await bench.Capture.CaptureAsync(
            new MemoryStream(pdf), new("kế hoạch.pdf", " Hộp 12 ", dossier, Confidentiality.Secret), Stop);

        Assert.Equal(CaptureOutcome.Captured, result.Outcome);
        var row = (await bench.Catalog.FindAsync(result.Document.Id, Stop))!;
        Assert.Equal(("kế hoạch.pdf", "application/pdf", 3, DocumentStatus.Received), (row.FileName, row.MediaType, row.PageCount, row.Status));
        Assert.Equal(("Hộp 12", dossier, Confidentiality.Secret), (row.SourceReference, row.DossierId, row.Confidentiality));
        Assert.Equal((pdf.Length, Convert.ToHexStringLower(SHA256.HashData(pdf))), (row.ByteSize, row.Sha256));
        Assert.Equal(bench.Time.GetUtcNow(), row.ReceivedAt);
        await using var original = (await bench.Objects.OpenReadAsync(ObjectKey.Original(row.Sha256), Stop))!;
        Assert.Equal(row.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(original, Stop)));
        Assert.Equal([(row.Id, DocumentStatus.Received)], bench.Pipeline.Calls);
        bench.ScratchIsEmpty();
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_the_same_document()
    {
        await using var bench = await CaptureBench.OpenAsync();
        var first = await bench.CaptureAsync(Scans.Jpeg(), "a.jpg");
        var second = await bench.CaptureAsync(Scans.Jpeg(), "b.jpg");
        Assert.Equal(CaptureOutcome.AlreadyArchived, second.Outcome);
        Assert.Equal((first.Document.Id, "a.jpg"), (second.Document.Id, second.Document.FileName));
        Assert.Single(bench.Pipeline.Calls);
        bench.ScratchIsEmpty();
    }

    [Fact]
    public async Task Many_uploads_of_the_same_bytes_at_once_make_one_document()
    {
        await using var bench = await CaptureBench.OpenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => bench.CaptureAsync(Scans.Pdf(), $"{i}.pdf"))));
        Assert.Single(results, result => result.Outcome is CaptureOutcome.Captured);
        Assert.Single(results.Select(result => result.Document.Id).Distinct());
        Assert.Single(await bench.Objects.ListAsync("originals/", Stop).ToListAsync(Stop));
        bench.ScratchIsEmpty();
    }

    [Fact]
    public async Task An_original_that_was_lost_comes_back_with_its_duplicate()
    {
        await using var bench = await CaptureBench.OpenAsync();
        var first = await bench.CaptureAsync(Scans.Png());
        using (var original = await bench.Objects.GetLocalFileAsync(ObjectKey.Original(first.Document.Sha256), Stop)) File.Delete(original.Path);
        var again = await bench.CaptureAsync(Scans.Png());
        Assert.Equal((CaptureOutcome.AlreadyArchived, first.Document.Id), (again.Outcome, again.Document.Id));
        Assert.True(await bench.Objects.ExistsAsync(ObjectKey.Original(first.Document.Sha256), Stop));
    }

    [Fact]
    public async Task Of_a_refused_file_nothing_is_kept()
    {
        await using var bench = await CaptureBench.OpenAsync(("Capture:MaxBytes", "200000"));
        await bench.RefusesAsync([], CaptureProblem.EmptyFile);
        await bench.RefusesAsync([1, 2, 3], CaptureProblem.UnsupportedType);
        await bench.RefusesAsync(Scans.Pdf()[..500], CaptureProblem.DamagedFile);
        await bench.RefusesAsync(Scans.Pdf(), CaptureProblem.BadFileName, "../a.pdf");
        await bench.RefusesAsync(new byte[200_001], CaptureProblem.FileTooLarge);
    }

    [Fact]
    public async Task A_stream_that_turns_out_too_long_is_refused()
    {
        await using var bench = await CaptureBench.OpenAsync(("Capture:MaxBytes", "200000"));
        var refused = await Assert.ThrowsAsync<CaptureRefusedException>(
            () => bench.Capture.CaptureAsync(new ZeroStream(400_000), new("a.pdf"), Stop));
        Assert.Equal(CaptureProblem.FileTooLarge, refused.Problem);
        await bench.IsEmptyAsync();
    }

    [Fact]
    public async Task When_the_sender_breaks_off_nothing_is_kept()
    {
        await using var bench = await CaptureBench.OpenAsync();
        await Assert.ThrowsAsync<IOException>(
            () => bench.Capture.CaptureAsync(new ZeroStream(300_000, new IOException("reset")), new("a.pdf"), Stop));
        using var aborted = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bench.Capture.CaptureAsync(new ZeroStream(300_000, onEnd: aborted.Cancel), new("a.pdf"), aborted.Token));
        await bench.IsEmptyAsync();
    }

    [Fact]
    public async Task Without_room_nothing_is_taken_and_with_room_it_goes_on()
    {
        await using (var full = await CaptureBench.OpenAsync(("Archive:MinFreeBytes", (1L << 40).ToString(System.Globalization.CultureInfo.InvariantCulture))))
        {
            await Assert.ThrowsAsync<StorageFullException>(() => full.CaptureAsync(Scans.Pdf()));
            await full.IsEmptyAsync();
        }
        await using var roomy = await CaptureBench.OpenAsync();
        Assert.Equal(CaptureOutcome.Captured, (await roomy.CaptureAsync(Scans.Pdf())).Outcome);
    }

    [Fact]
    public void A_full_device_is_told_apart_from_other_failures()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var failure = Assert.ThrowsAny<IOException>(() => full.Write(new byte[10]));
        Assert.True(Posix.IsStorageFull(failure));
    }
}
