using System.Globalization;
using System.Text;

namespace AwardArchive.Tests.Damage;

/// <summary>PDF files written by hand: objects 1 (catalog), 2 (pages), 3 (page), 4 (content), 5 and on as the damage needs.</summary>
internal static class HostilePdf
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private const string Box = "/MediaBox [0 0 300 200]";

    public static IEnumerable<(string Damage, byte[] Bytes)> All()
    {
        yield return ("a page tree that is its own child", Pdf(Catalog, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"));
        yield return ("a page tree in a circle", Pdf(Catalog, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>"));
        yield return ("a million pages by its word", Pdf(Catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", Page("")));
        yield return ("minus one page by its word", Pdf(Catalog, "<< /Type /Pages /Kids [3 0 R] /Count -1 >>", Page("")));
        yield return ("more pages by its word than there are", Pdf(Catalog, "<< /Type /Pages /Kids [3 0 R] /Count 5 >>", Page("")));
        yield return ("a page that is not there", Pdf(Catalog, "<< /Type /Pages /Kids [3 0 R 77 0 R] /Count 2 >>", Page("")));
        yield return ("one page thirty times", Pdf(Catalog, $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Repeat("3 0 R", 30))}] /Count 30 >>", Page("")));
        yield return ("no pages", Pdf("<< /Type /Catalog >>"));
        yield return ("no catalog", Pdf("null"));
        yield return ("a page of no type", Pdf(Catalog, Pages, "<< /Parent 2 0 R >>"));
        foreach (var box in (string[])["[0 0 1e9 1e9]", "[0 0 14400 14400]", "[0 0 0 0]", "[300 200 0 0]", "[0 0 -300 -200]", "[0 0 0.001 5000]", "[1 2]", "(a4)", "[0 0 99999999999999999999 1]"])
            yield return ($"media box {box}", Pdf(Catalog, Pages, $"<< /Type /Page /Parent 2 0 R /MediaBox {box} >>"));
        yield return ("a crop box outside", Pdf(Catalog, Pages, Page("/CropBox [5000 5000 6000 6000]")));
        yield return ("user unit a million", Pdf(Catalog, Pages, Page("/UserUnit 1000000")));
        yield return ("turned by 45 degrees", Pdf(Catalog, Pages, Page("/Rotate 45")));
        yield return ("content that is its own page", Pdf(Catalog, Pages, Page("/Contents 3 0 R")));
        yield return ("content in a circle", Pdf(Catalog, Pages, Page("/Contents 4 0 R"), "[4 0 R 4 0 R]"));
        yield return ("a form that draws itself", Pdf(Catalog, Pages, Page("/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>"), Stream("/F Do"),
            Stream("/F Do /F Do", "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /F 5 0 R >> >>")));
        yield return ("forms that double twenty times", Doubling(20));
        yield return ("a type 3 font that uses itself", Pdf(Catalog, Pages, Page("/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"), Stream("BT /F 9 Tf (aaaa) Tj ET"),
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /Resources << /Font << /F 5 0 R >> >> >>",
            Stream("9 0 d0 BT /F 9 Tf (aaaa) Tj ET")));
        yield return ("a hundred thousand saved states", Content(string.Concat(Enumerable.Repeat("q ", 100_000))));
        yield return ("a hundred thousand arrays in arrays", Content(new string('[', 100_000)));
        yield return ("a hundred thousand dictionaries in dictionaries", Pdf(Catalog, Pages, Page("/X " + string.Concat(Enumerable.Repeat("<< /X ", 100_000)))));
        yield return ("a million lines", Content(string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"0 0 m {i % 300} {i % 200} l S\n"))));
        yield return ("numbers beyond numbers", Content("1e308 0 0 1e308 0 0 cm 99999999999999999999999999 0 m 1 1 l S"));
        yield return ("a bomb of content", Packed("/Filter /FlateDecode", HostilePng.Zeros(300_000_000)));
        yield return ("a bomb in a bomb", Packed("/Filter [/FlateDecode /FlateDecode]", HostilePng.Zip(HostilePng.Zeros(300_000_000))));
        yield return ("content of a thousand filters", Packed($"/Filter [{string.Concat(Enumerable.Repeat("/ASCIIHexDecode ", 1_000))}]", "00>"u8.ToArray()));
        yield return ("a pattern of endless tiles", Pdf(Catalog, Pages, Page("/Contents 4 0 R /Resources << /Pattern << /P 5 0 R >> >>"),
            Stream("/Pattern cs /P scn 0 0 300 200 re f"),
            Stream("0 0 1 1 re f", "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << >>")));
        yield return ("a shading of an endless function", Pdf(Catalog, Pages, Page("/Contents 4 0 R /Resources << /Shading << /S 5 0 R >> >>"), Stream("/S sh"),
            "<< /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1e9 0 1e9] /Function 6 0 R >>",
            Stream("{ pop " + string.Concat(Enumerable.Repeat("dup mul ", 20_000)) + "}", "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]")));
        foreach (var filter in (string[])["/JBIG2Decode", "/JPXDecode", "/CCITTFaxDecode", "/DCTDecode", "/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/NoSuchDecode"])
            yield return ($"a scan of noise in {filter[1..]}", Image(2_000, 2_000, $"/Filter {filter}", Noise(20_000)));
        yield return ("a scan of 2³¹-1 pixels a side", Image(int.MaxValue, int.MaxValue, "", Noise(1_000)));
        yield return ("a scan of 65,000 pixels a side", Image(65_000, 65_000, "/Filter /FlateDecode", HostilePng.Zeros(1_000_000)));
        yield return ("a scan of 900 million pixels", Image(30_000, 30_000, "/Filter /FlateDecode", HostilePng.Zeros(100_000_000)));
        yield return ("a scan of no pixels", Image(0, 0, "", []));
        yield return ("a scan of minus one pixel", Image(-1, -1, "", []));
        yield return ("a scan that is its own mask", Image(100, 100, "/SMask 5 0 R", new byte[10_000]));
        yield return ("a cross-reference table in a circle", Circle());
        yield return ("a cross-reference table that is elsewhere", Encoding.Latin1.GetBytes("%PDF-1.4\nstartxref\n999999999\n%%EOF\n"));
        yield return ("encrypted", Pdf(
            "/Encrypt << /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >> /ID [(a) (b)]", [Catalog, Pages, Page("")]));
        yield return ("encrypted in a way that nobody knows", Pdf("/Encrypt << /Filter /Own /V 99 >>", [Catalog, Pages, Page("")]));
        yield return ("an object that is its own value", Pdf(Catalog, Pages, "3 0 R"));
        yield return ("a stream of minus one byte", Pdf(Catalog, Pages, Page("/Contents 4 0 R"), "<< /Length -1 >>\nstream\n0 0 m\nendstream"));
        yield return ("a stream whose length is itself", Pdf(Catalog, Pages, Page("/Contents 4 0 R"), "<< /Length 4 0 R >>\nstream\n0 0 m\nendstream"));
        yield return ("a stream without an end", Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj\n{Catalog}\nendobj\n4 0 obj\n<< /Length 10 >>\nstream\n{new string('x', 5_000)}\n%%EOF\n"));
        yield return ("a script and a program to start", Pdf(
            "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/false) >> /AA << /WC << /S /JavaScript /JS (while(1);) >> >> >>", Pages, Page("")));
        yield return ("an annotation that draws itself", Pdf(Catalog, Pages, Page("/Annots [<< /Subtype /Stamp /Rect [0 0 300 200] /AP << /N 5 0 R >> >>]"), Stream(""),
            Stream("/F Do", "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /F 5 0 R >> >>")));
    }

    private static string Page(string entries) => $"<< /Type /Page /Parent 2 0 R {Box} {entries} >>";

    private static string Stream(string content, string entries = "") => $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Content(string content) => Pdf(Catalog, Pages, Page("/Contents 4 0 R"), Stream(content));

    private static byte[] Packed(string entries, byte[] content) =>
        Pdf(Catalog, Pages, Page("/Contents 4 0 R"), Stream(Encoding.Latin1.GetString(content), entries));

    private static byte[] Image(int width, int height, string entries, byte[] content) => Pdf(
        Catalog, Pages, Page("/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"), Stream("300 0 0 200 0 0 cm /I Do"),
        Stream(Encoding.Latin1.GetString(content), $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 {entries}"));

    private static byte[] Doubling(int depth)
    {
        var forms = Enumerable.Range(0, depth).Select(level => Stream(
            level == depth - 1 ? "0 0 1 1 re f" : "/F Do /F Do",
            $"/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /F {6 + level} 0 R >> >>"));
        return Pdf([Catalog, Pages, Page("/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>"), Stream("/F Do"), .. forms]);
    }

    private static byte[] Circle()
    {
        var text = $"%PDF-1.4\n1 0 obj\n{Catalog}\nendobj\n";
        return Encoding.Latin1.GetBytes($"{text}xref\n0 0\ntrailer\n<< /Size 2 /Root 1 0 R /Prev {text.Length} >>\nstartxref\n{text.Length}\n%%EOF\n");
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(26).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Pdf(params string[] objects) => Pdf("", objects);

    private static byte[] Pdf(string trailer, string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = text.Length;
        text.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
