using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

public sealed class ExifTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(3, false, 2)]
    [InlineData(6, false, 1)]
    [InlineData(8, false, 3)]
    [InlineData(2, true, 0)]
    [InlineData(0, false, 0)]
    [InlineData(999, false, 0)]
    public void The_orientation_says_how_to_turn(int value, bool mirrored, int quarters) =>
        Assert.Equal(new(mirrored, quarters), Read([0xFF, 0xD8, .. Block(value), 0xFF, 0xD9]));

    [Fact]
    public void A_block_cut_off_anywhere_or_pointing_outside_means_upright()
    {
        byte[] whole = [0xFF, 0xD8, .. Block(6)];
        for (var length = 2; length < whole.Length; length++) Assert.Equal(JpegOrientation.Upright, Read(whole[..length]));
        Assert.Equal(JpegOrientation.Upright, Read([0xFF, 0xD8, .. Block(6, directoryOffset: 0xFFFFFFF0)]));
        Assert.Equal(JpegOrientation.Upright, Read([0xFF, 0xD8, .. Block(6, directoryOffset: 25)]));
    }

    /// <summary>An APP1 segment with one entry, big-endian.</summary>
    internal static byte[] Block(int orientation, uint directoryOffset = 8)
    {
        byte[] tiff =
        [
            (byte)'M', (byte)'M', 0, 42,
            (byte)(directoryOffset >> 24), (byte)(directoryOffset >> 16), (byte)(directoryOffset >> 8), (byte)directoryOffset,
            0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, (byte)(orientation >> 8), (byte)orientation, 0, 0,
            0, 0, 0, 0,
        ];
        var length = 2 + 6 + tiff.Length;
        return [0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff];
    }

    private JpegOrientation Read(byte[] file)
    {
        var path = Path.Combine(_folder.Path, "photo.jpg");
        File.WriteAllBytes(path, file);
        return JpegFile.ReadOrientation(path);
    }
}
