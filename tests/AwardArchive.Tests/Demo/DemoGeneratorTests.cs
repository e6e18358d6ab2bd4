using System.Security.Cryptography;
using AwardArchive.Demo;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;
using UglyToad.PdfPig;

namespace AwardArchive.Tests.Demo;

public sealed class DemoGeneratorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demo-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(DemoLevel.Old, DemoContainer.PdfColor)]
    [InlineData(DemoLevel.Fax, DemoContainer.TiffGroup4)]
    [InlineData(DemoLevel.Clean, DemoContainer.TiffLzw)]
    [InlineData(DemoLevel.Clean, DemoContainer.BornDigitalPdf)]
    internal void The_same_seed_gives_the_same_bytes_and_another_gives_others(DemoLevel level, DemoContainer container)
    {
        string[] hashes = [.. new ulong[] { 1, 1, 2 }.Select((seed, i) => Hash(Make(DemoKind.DeathNotice, level, container, seed, $"{i}").Path))];
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Fact]
    public void The_official_form_is_a_color_JPEG_of_200_dpi_on_each_page()
    {
        var made = Make(DemoKind.ProvinceDecision, DemoLevel.Office, DemoContainer.PdfColor);
        using var pdf = PdfDocument.Open(made.Path);
        Assert.Equal(made.Truth.Pages.Count, pdf.NumberOfPages);
        foreach (var page in pdf.GetPages())
        {
            var image = Assert.Single(page.GetImages());
            Assert.Equal((1654, 2339), (image.WidthInSamples, image.HeightInSamples));
            Assert.Equal(200, image.WidthInSamples / page.Width * 72, 0.5);
            using var decoded = SKCodec.Create(new MemoryStream(image.RawBytes.ToArray()));
            Assert.Equal(SKEncodedImageFormat.Jpeg, decoded.EncodedFormat);
            Assert.NotEqual(SKColorType.Gray8, decoded.Info.ColorType);
        }
    }

    [Fact]
    public void A_fax_is_a_Group_4_TIFF_of_204_by_196_dpi()
    {
        var made = Make(DemoKind.MotherDecision, DemoLevel.Fax, DemoContainer.TiffGroup4);
        using var tiff = Tiff.Open(made.Path, "r");
        Assert.Equal(2, tiff.NumberOfDirectories());
        foreach (var page in made.Truth.Pages)
        {
            Assert.True(tiff.SetDirectory((short)(page.Number - 1)));
            Assert.Equal((int)Compression.CCITTFAX4, tiff.GetField(TiffTag.COMPRESSION)[0].ToInt());
            Assert.Equal((1728, 2292), (tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt(), tiff.GetField(TiffTag.IMAGELENGTH)[0].ToInt()));
            Assert.Equal((204, 196), (tiff.GetField(TiffTag.XRESOLUTION)[0].ToInt(), tiff.GetField(TiffTag.YRESOLUTION)[0].ToInt()));
            Assert.Equal((1728, 2292, 204, 196), (page.Width, page.Height, page.DpiX, page.DpiY));
            AssertInkInBoxes(ReadTiff(tiff, page), page);
        }
    }

    [Theory]
    [InlineData(DemoContainer.TiffJpeg, Compression.JPEG)]
    [InlineData(DemoContainer.TiffLzw, Compression.LZW)]
    internal void Gray_TIFFs_are_300_dpi_in_their_compression(DemoContainer container, Compression compression)
    {
        var made = Make(DemoKind.MeritCertificate, DemoLevel.Clean, container);
        using var tiff = Tiff.Open(made.Path, "r");
        Assert.Equal((int)compression, tiff.GetField(TiffTag.COMPRESSION)[0].ToInt());
        Assert.Equal((2480, 300), (tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt(), tiff.GetField(TiffTag.XRESOLUTION)[0].ToInt()));
        AssertInkInBoxes(ReadTiff(tiff, made.Truth.Pages[0]), made.Truth.Pages[0]);
    }

    [Fact]
    public void A_black_and_white_PDF_holds_Group_4()
    {
        var made = Make(DemoKind.Letter, DemoLevel.Office, DemoContainer.PdfGroup4);
        using var pdf = PdfDocument.Open(made.Path);
        var image = Assert.Single(pdf.GetPage(1).GetImages());
        Assert.Equal((2480, 3508, 1), (image.WidthInSamples, image.HeightInSamples, image.BitsPerComponent));
        Assert.InRange(new FileInfo(made.Path).Length, 10_000, 120_000);
        Assert.True(image.TryGetPng(out _));
    }

    [Theory]
    [InlineData(DemoContainer.Png, SKEncodedImageFormat.Png, 0)]
    [InlineData(DemoContainer.Jpeg, SKEncodedImageFormat.Jpeg, 0)]
    [InlineData(DemoContainer.Jpeg, SKEncodedImageFormat.Jpeg, 1)]
    internal void Boxes_hold_the_ink_of_their_words_skewed_or_turned(DemoContainer container, SKEncodedImageFormat format, float turned)
    {
        var level = container is DemoContainer.Png ? DemoLevel.Clean : DemoLevel.Office;
        var set = new DemoSet([new(DemoKind.OrderCertificate, level, container, 4, Turned: turned > 0)]);
        var made = Assert.Single(DemoGenerator.Generate(set, _folder, Cancellation));
        var page = Assert.Single(made.Truth.Pages);
        Assert.Equal(turned > 0, page.Rotation is 90 or 180 or 270);
        Assert.Equal(level is DemoLevel.Office, page.Skew != 0);
        using var codec = SKCodec.Create(made.Path);
        Assert.Equal(format, codec.EncodedFormat);
        using var image = SKBitmap.Decode(made.Path);
        Assert.Equal((page.Width, page.Height), (image.Width, image.Height));
        AssertInkInBoxes(Array.ConvertAll(image.Pixels, pixel => pixel.Blue), page);
    }

    [Fact]
    public void A_born_digital_PDF_says_its_text_itself()
    {
        var made = Make(DemoKind.Minutes, DemoLevel.Clean, DemoContainer.BornDigitalPdf);
        using var pdf = PdfDocument.Open(made.Path);
        Assert.Equal(made.Truth.Pages.Count, pdf.NumberOfPages);
        foreach (var page in made.Truth.Pages)
        {
            var words = pdf.GetPage(page.Number).GetWords().Select(word => word.Text.Normalize()).ToList();
            Assert.Equal(page.Words.Select(word => word.Text).Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_truth_beside_a_file_is_the_truth_returned()
    {
        var made = Make(DemoKind.MotherDeclaration, DemoLevel.Clean, DemoContainer.PdfGray);
        var read = DemoTruth.Read(made.TruthPath);
        Assert.Equal(DemoTruth.PathBeside(made.Path), made.TruthPath);
        Assert.Equal(Path.GetFileName(made.Path), read.File);
        Assert.Equal((made.Truth.Kind, made.Truth.Level, made.Truth.Container, made.Truth.Seed), (read.Kind, read.Level, read.Container, read.Seed));
        Assert.Equal(made.Truth.Facts.Children, read.Facts.Children);
        Assert.Equal(made.Truth.Pages[0].Words, read.Pages[0].Words);
        Assert.Equal(made.Truth.Pages[0].Text.Split([' ', '\n']), read.Pages[0].Words.Select(word => word.Text));
    }

    [Fact]
    public void A_paper_of_many_pages_asked_for_as_one_image_becomes_a_TIFF()
    {
        var made = Make(DemoKind.StateCouncilDecision, DemoLevel.Clean, DemoContainer.Png);
        Assert.Equal(DemoContainer.TiffLzw, made.Truth.Container);
        Assert.EndsWith(".tif", made.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_run_leaves_no_half_of_a_scan()
    {
        using var stop = new CancellationTokenSource();
        var set = new DemoSet(
        [
            new(DemoKind.Letter, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 1),
            new(DemoKind.Letter, DemoLevel.Clean, DemoContainer.PdfColor, 2),
        ]);
        Assert.Throws<OperationCanceledException>(() => DemoGenerator.Generate(set, _folder, stop.Token, new StopAfterFirst(stop)));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        Assert.All(Directory.GetFiles(_folder), file => Assert.StartsWith("01-cong-van-clean", Path.GetFileName(file), StringComparison.Ordinal));
    }

    private DemoDocument Make(DemoKind kind, DemoLevel level, DemoContainer container, ulong seed = 1, string subfolder = "") =>
        Assert.Single(DemoGenerator.Generate(DemoSet.One(kind, level, container, seed), Path.Combine(_folder, subfolder), Cancellation));

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static byte[] ReadTiff(Tiff tiff, TruthPage page)
    {
        var argb = new int[page.Width * page.Height];
        Assert.True(tiff.ReadRGBAImageOriented(page.Width, page.Height, argb, Orientation.TOPLEFT));
        return Array.ConvertAll(argb, pixel => (byte)Tiff.GetR(pixel));
    }

    /// <summary>Every box holds dark ink, and ink of letters is found next to each of its four sides.</summary>
    private static void AssertInkInBoxes(byte[] gray, TruthPage page)
    {
        Assert.NotEmpty(page.Words);
        const int dark = 150;
        var tight = 0;
        foreach (var word in page.Words)
        {
            Assert.True(word.X >= 0 && word.Y >= 0 && word.X + word.Width <= page.Width && word.Y + word.Height <= page.Height);
            var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
            for (var y = word.Y; y < word.Y + word.Height; y++)
            {
                for (var x = word.X; x < word.X + word.Width; x++)
                {
                    if (gray[(y * page.Width) + x] >= dark) continue;
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
            Assert.True(right >= 0, $"No ink in the box of '{word.Text}'.");
            if (left - word.X <= 4 && top - word.Y <= 4 && word.X + word.Width - right <= 5 && word.Y + word.Height - bottom <= 5) tight++;
        }
        // Commas and worn accents leave their box's edge pale; a wrong scale or turn leaves nearly all.
        Assert.True(tight > page.Words.Count * 0.85, $"{tight} of {page.Words.Count} boxes are tight.");
    }

    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgress<DemoDocument>
    {
        public void Report(DemoDocument value) => stop.Cancel();
    }
}
