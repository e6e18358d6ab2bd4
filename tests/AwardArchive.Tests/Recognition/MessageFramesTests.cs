using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

public sealed class MessageFramesTests
{
    [Fact]
    public async Task Messages_come_out_as_they_went_in_one_after_the_other()
    {
        WorkerReply[] sent =
        [
            new ImageRecognized(
                10, 20, [new Word("Đượm", 1, 2, 3, 4, 0.5, 0, 0)],
                new("tesseract", "5.3.0", "ab", new Dictionary<string, string> { ["psm"] = "4" }), "/view.png", "image/png"),
            new PdfPageInspected(PdfPageContent.Scan, 300, [], null),
            new RequestFailed(FailureKind.Unreadable, "hỏng", "broken"),
        ];
        using var pipe = new MemoryStream();
        foreach (var reply in sent) await MessageFrames.WriteAsync(pipe, reply, WorkerJson.Default.WorkerReply, Stop);
        pipe.Position = 0;

        var first = Assert.IsType<ImageRecognized>(await ReadAsync(pipe));
        Assert.Equal("Đượm", Assert.Single(first.Words).Text);
        Assert.Equal("4", first.Engine.Parameters["psm"]);
        Assert.Equal(PdfPageContent.Scan, Assert.IsType<PdfPageInspected>(await ReadAsync(pipe)).Content);
        Assert.Equal(sent[2], await ReadAsync(pipe));
        Assert.Null(await ReadAsync(pipe));
    }

    [Fact]
    public async Task A_frame_cut_off_anywhere_is_the_end_of_the_stream()
    {
        using var pipe = new MemoryStream();
        await MessageFrames.WriteAsync(pipe, new RequestFailed(FailureKind.Internal, "", ""), WorkerJson.Default.WorkerReply, Stop);
        var whole = pipe.ToArray();
        for (var length = 1; length < whole.Length; length++)
            await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAsync(new MemoryStream(whole[..length])));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    [InlineData(new byte[] { 255, 255, 255, 255 })]
    [InlineData(new byte[] { 255, 255, 255, 127 })]
    [InlineData(new byte[] { 2, 0, 0, 0, (byte)'[', (byte)']' })]
    [InlineData(new byte[] { 2, 0, 0, 0, (byte)'x', (byte)'y' })]
    public async Task What_is_no_frame_is_said_to_be_none(byte[] bytes) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new MemoryStream(bytes)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<WorkerReply?> ReadAsync(Stream stream) => MessageFrames.ReadAsync(stream, WorkerJson.Default.WorkerReply, Stop);
}
