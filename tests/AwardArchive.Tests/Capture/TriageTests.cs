using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AwardArchive.Capture;
using BitMiracle.LibTiff.Classic;
using CsCheck;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Capture;

public sealed class TriageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CaptureOptions limits = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_content_tells_the_type_whatever_the_name_says()
    {
        Assert.Equal(new("application/pdf", 2), await ExamineAsync(Scans.Pdf(2), "a.jpg"));
        Assert.Equal(new("image/jpeg", 1), await ExamineAsync(Scans.Jpeg(), "a.pdf"));
        Assert.Equal(new("image/png", 1), await ExamineAsync(Scans.Png(), "a"));
        Assert.Equal(new("image/tiff", 3), await ExamineAsync(Scans.Tiff(folder.File("t")), "a.txt"));
    }

    [Theory]
    [InlineData(Compression.CCITTFAX4)]
    [InlineData(Compression.LZW)]
    [InlineData(Compression.JPEG)]
    [InlineData(Compression.NONE)]
    public async Task Every_page_of_a_tiff_is_counted_in_both_byte_orders(Compression compression)
    {
        foreach (var bigEndian in new[] { false, true })
        {
            var tiff = Scans.Tiff(folder.File("t"), compression, 5, bigEndian);
            Assert.Equal(bigEndian ? (byte)'M' : (byte)'I', tiff[0]);
            Assert.Equal(5, (await ExamineAsync(tiff)).PageCount);
        }
    }

    [Fact]
    public async Task An_empty_file_is_refused() => await RefusesAsync([], CaptureProblem.EmptyFile);

    [Theory]
    [InlineData("PK\u0003\u0004 a zip")]
    [InlineData("GIF89a........")]
    [InlineData("xin chào")]
    [InlineData("\u0089PN")]
    public async Task Another_type_is_refused(string content) =>
        await RefusesAsync(Encoding.Latin1.GetBytes(content), CaptureProblem.UnsupportedType);

    [Fact]
    public async Task A_big_tiff_is_refused_with_advice()
    {
        var refused = await RefusesAsync([(byte)'I', (byte)'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0], CaptureProblem.UnsupportedType);
        Assert.Contains("BigTIFF", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_that_asks_for_a_password_is_refused() => await RefusesAsync(
        Scans.PdfOf(
            $"/Encrypt 3 0 R /ID [<{new string('0', 32)}> <{new string('0', 32)}>]",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [] /Count 0 >>",
            $"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>"),
        CaptureProblem.EncryptedPdf);

    [Fact]
    public async Task A_pdf_that_opens_freely_but_restricts_its_use_is_refused() => await RefusesAsync(
        RestrictedPdf(), CaptureProblem.EncryptedPdf);

    [Fact]
    public async Task A_pdf_without_pages_is_refused() => await RefusesAsync(Scans.PdfWithCount(0), CaptureProblem.NoPages);

    [Fact]
    public async Task A_pdf_of_20_000_pages_is_refused()
    {
        var kids = string.Join(' ', Enumerable.Range(3, 20_000).Select(i => $"{i} 0 R"));
        var pages = Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", 20_000);
        await RefusesAsync(
            Scans.PdfOf("", ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [{kids}] /Count 20000 >>", .. pages]),
            CaptureProblem.TooManyPages);
    }

    [Theory]
    [InlineData(20_000, "too-many-pages")]
    [InlineData(999_999_999, "too-many-pages")]
    [InlineData(7, "damaged-file")]
    [InlineData(-5, "no-pages")]
    public async Task A_pdf_that_lies_about_its_pages_is_refused(int count, string code)
    {
        var refused = await Assert.ThrowsAsync<CaptureRefusedException>(() => ExamineAsync(Scans.PdfWithCount(count)));
        Assert.Equal(code, refused.Problem.Code);
    }

    [Fact]
    public async Task A_pdf_whose_title_imitates_the_answer_does_not_deceive()
    {
        var pdf = Scans.PdfOf(
            "/Info << /Title (x\nPages: 4000\nEncrypted: yes\n) >>",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        Assert.Equal(1, (await ExamineAsync(pdf)).PageCount);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_cut_pdf_is_refused(double share)
    {
        var pdf = Scans.Pdf(5);
        await RefusesAsync(pdf[..(int)(pdf.Length * share)], CaptureProblem.DamagedFile);
    }

    [Fact]
    public async Task A_pdf_with_rubbish_inside_is_refused() =>
        await RefusesAsync("%PDF-1.7\nrubbish rubbish\n%%EOF"u8.ToArray(), CaptureProblem.DamagedFile);

    [Fact]
    public async Task A_pdf_padded_by_the_scanner_is_taken() =>
        Assert.Equal(2, (await ExamineAsync([.. Scans.Pdf(2), .. new byte[5000]])).PageCount);

    [Fact]
    public async Task A_cut_jpeg_png_or_tiff_is_refused_wherever_it_is_cut()
    {
        foreach (var whole in new[] { Scans.Jpeg(), Scans.Png(), Scans.Tiff(folder.File("t"), Compression.LZW) })
        {
            for (var length = FirstMeaningful(whole); length < whole.Length; length++)
                await RefusesAsync(whole[..length], CaptureProblem.DamagedFile);
        }
    }

    [Fact]
    public async Task An_image_of_60_000_by_60_000_pixels_is_refused_by_its_head()
    {
        var png = Scans.Png();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        await RefusesAsync(png[..60], CaptureProblem.ImageTooLarge);

        var jpeg = Scans.Jpeg();
        var frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 60_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 60_000);
        await RefusesAsync(jpeg, CaptureProblem.ImageTooLarge);

        await RefusesAsync(Directory((256, 4, 60_000), (257, 4, 60_000), (273, 4, 8), (279, 4, 4)), CaptureProblem.ImageTooLarge);
    }

    [Fact]
    public async Task A_png_with_a_wrong_sum_is_refused()
    {
        var png = Scans.Png();
        png[^20] ^= 1;
        await RefusesAsync(png, CaptureProblem.DamagedFile);
    }

    [Fact]
    public async Task A_jpeg_without_a_frame_is_refused() =>
        await RefusesAsync([0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9], CaptureProblem.DamagedFile);

    [Fact]
    public async Task A_tiff_that_turns_in_a_circle_is_refused()
    {
        var tiff = Directory((256, 4, 10), (257, 4, 10), (273, 4, 8), (279, 4, 4));
        tiff[^4] = 8; // the next directory is this one
        await RefusesAsync(tiff, CaptureProblem.DamagedFile);
    }

    [Fact]
    public async Task A_tiff_whose_data_lie_behind_its_end_is_refused() =>
        await RefusesAsync(Directory((256, 4, 10), (257, 4, 10), (273, 4, 8), (279, 4, 4000)), CaptureProblem.DamagedFile);

    [Fact]
    public async Task A_tiff_with_more_pages_than_allowed_is_refused()
    {
        limits.MaxPages = 2;
        await RefusesAsync(Scans.Tiff(folder.File("t"), pages: 3), CaptureProblem.TooManyPages);
    }

    [Fact]
    public async Task Directories_that_share_their_tables_are_not_read_for_ever()
    {
        // 4,000 directories, each with the same table of 12,000 strips: 400 MB of reading in a file of 250 KB.
        const int Pages = 4000;
        const int Strips = 12_000;
        const int Size = 2 + (4 * 12) + 4;
        var tiff = new byte[8 + (Strips * 4) + (Pages * Size)];
        "II*\0"u8.CopyTo(tiff);
        var first = 8 + (Strips * 4);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(4), first);
        for (var page = 0; page < Pages; page++)
        {
            var at = first + (page * Size);
            tiff[at] = 4;
            WriteEntry(tiff.AsSpan(at + 2), 256, 4, 1, 10);
            WriteEntry(tiff.AsSpan(at + 14), 257, 4, 1, 10);
            WriteEntry(tiff.AsSpan(at + 26), 273, 4, Strips, 8);
            WriteEntry(tiff.AsSpan(at + 38), 279, 4, Strips, 8);
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at + 50), page == Pages - 1 ? 0 : at + Size);
        }
        await RefusesAsync(tiff, CaptureProblem.DamagedFile);
    }

    [Fact]
    public async Task Damaged_images_cause_nothing_but_a_refusal()
    {
        byte[][] sound = [Scans.Jpeg(), Scans.Png(), Scans.Tiff(folder.File("a")), Scans.Tiff(folder.File("b"), Compression.JPEG, bigEndian: true)];
        await Damage(Gen.Int[0, sound.Length - 1].Select(i => sound[i])).SampleAsync(async content =>
        {
            try
            {
                Assert.True((await ExamineAsync(content, Guid.NewGuid().ToString())).PageCount > 0);
            }
            catch (CaptureRefusedException e)
            {
                Assert.InRange(e.Problem.Status, 400, 499);
            }
        }, iter: 3000, threads: 1);
    }

    [Fact]
    public async Task Damaged_pdfs_cause_nothing_but_a_refusal()
    {
        await Damage(Gen.Const(Scans.Pdf())).SampleAsync(async content =>
        {
            try
            {
                Assert.True((await ExamineAsync(content, Guid.NewGuid().ToString())).PageCount > 0);
            }
            catch (CaptureRefusedException e)
            {
                Assert.InRange(e.Problem.Status, 400, 499);
            }
        }, iter: 40, threads: 1);
    }

    [Fact]
    public void The_shipped_limits_are_these()
    {
        var shipped = new CaptureOptions();
        Assert.Equal(2L << 30, shipped.MaxBytes);
        Assert.Equal(5_000, shipped.MaxPages);
        Assert.Equal(250_000_000, shipped.MaxPixels);
        Assert.Equal(40_000, shipped.MaxSide);
        Assert.Equal(TimeSpan.FromMinutes(1), shipped.PdfTimeout);
        Assert.Equal(1L << 30, shipped.PdfMemoryBytes);
    }

    private static Gen<byte[]> Damage(Gen<byte[]> files) =>
        Gen.Select(files, Gen.Double[0, 1], Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[0, 6]).Select((file, cut, flips) =>
        {
            var damaged = (byte[])file.Clone();
            foreach (var (where, bits) in flips) damaged[(int)(where * (file.Length - 1))] ^= bits;
            return cut < 0.3 ? damaged[..(int)(cut / 0.3 * file.Length)] : damaged;
        });

    /// <summary>Cut shorter than this, the type itself is no longer known.</summary>
    private static int FirstMeaningful(byte[] file) => file[0] switch { 0xFF => 3, 0x89 => 8, _ => 4 };

    private static byte[] Directory(params (ushort Tag, ushort Type, int Value)[] entries)
    {
        var tiff = new byte[8 + 2 + (entries.Length * 12) + 4];
        "II*\0\u0008"u8.CopyTo(tiff);
        tiff[8] = (byte)entries.Length;
        for (var i = 0; i < entries.Length; i++) WriteEntry(tiff.AsSpan(10 + (i * 12)), entries[i].Tag, entries[i].Type, 1, entries[i].Value);
        return tiff;
    }

    private static void WriteEntry(Span<byte> at, ushort tag, ushort type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], type);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], count);
        BinaryPrimitives.WriteInt32LittleEndian(at[8..], value);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 * (crc & 1));
        }
        return ~crc;
    }

    /// <summary>Standard security handler, revision 2, empty user password (ISO 32000-1, algorithms 2 and 4).</summary>
    private static byte[] RestrictedPdf()
    {
        var padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
        var owner = new byte[32];
        var id = new byte[16];
#pragma warning disable CA5351 // MD5 is what this revision of the format is made of.
        var key = MD5.HashData([.. padding, .. owner, .. BitConverter.GetBytes(-4), .. id])[..5];
#pragma warning restore CA5351
        return Scans.PdfOf(
            $"/Encrypt 4 0 R /ID [<{Convert.ToHexString(id)}> <{Convert.ToHexString(id)}>]",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            $"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(Rc4(key, padding))}> >>");
    }

    private static byte[] Rc4(byte[] key, byte[] text)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }
        var result = new byte[text.Length];
        for (int n = 0, i = 0, j = 0; n < text.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(text[n] ^ state[(state[i] + state[j]) & 255]);
        }
        return result;
    }

    private async Task<TriageResult> ExamineAsync(byte[] content, string name = "scan")
    {
        var path = folder.File(name);
        await File.WriteAllBytesAsync(path, content, Stop);
        var options = Options.Create(limits);
        return await new Triage(new PdfInspector(options, Sandboxes.Usual), Sandboxes.Workers(options)).ExamineAsync(path, Stop);
    }

    private async Task<CaptureRefusedException> RefusesAsync(byte[] content, CaptureProblem problem)
    {
        var refused = await Assert.ThrowsAsync<CaptureRefusedException>(() => ExamineAsync(content));
        Assert.Equal(problem, refused.Problem);
        return refused;
    }
}
