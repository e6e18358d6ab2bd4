using System.Runtime.InteropServices;

namespace AwardArchive.Tests.Damage;

/// <summary>A file that no scanner made.</summary>
/// <param name="Damage">What was done to it, for the table of outcomes.</param>
/// <param name="Kind">Of file.</param>
internal sealed record DamagedFile(string Path, string Damage, string Kind);

/// <summary>Damaged and hostile files, the same ones for the same seed and count.</summary>
internal static class DamagedFiles
{
    private const int Seed = 1975;

    private static readonly (string Name, Func<Random, SoundScan, SoundScan, byte[]> Do)[] Damages =
    [
        ("cut off", (random, scan, _) => scan.Bytes[..random.Next(scan.Bytes.Length)]),
        ("cut off near the end", (random, scan, _) => scan.Bytes[..^random.Next(1, Math.Min(200, scan.Bytes.Length))]),
        ("a few bits flipped", (random, scan, _) => Flip(random, scan.Bytes, random.Next(1, 9), 0, scan.Bytes.Length)),
        ("many bits flipped", (random, scan, _) => Flip(random, scan.Bytes, random.Next(100, 2000), 0, scan.Bytes.Length)),
        ("bits of the head flipped", (random, scan, _) => Flip(random, scan.Bytes, random.Next(2, 30), 4, 400)),
        ("bits of the end flipped", (random, scan, _) => Flip(random, scan.Bytes, random.Next(2, 30), Math.Max(0, scan.Bytes.Length - 600), scan.Bytes.Length)),
        ("a hole of zeros", (random, scan, _) => Overwrite(random, scan.Bytes, fill: null)),
        ("a hole of noise", (random, scan, _) => Overwrite(random, scan.Bytes, fill: random)),
        ("bytes lost in the middle", LoseBytes),
        ("the end of another file", (random, scan, other) => [.. scan.Bytes[..random.Next(scan.Bytes.Length)], .. other.Bytes[random.Next(other.Bytes.Length)..]]),
        ("two files in one", (_, scan, other) => [.. scan.Bytes, .. other.Bytes]),
        ("noise behind the head", (random, scan, _) => [.. scan.Bytes[..Math.Min(64, scan.Bytes.Length)], .. Noise(random, 5000)]),
        ("numbers of the head made huge", MakeNumbersHuge),
    ];

    /// <summary>Writes the files into the folder: the hostile ones first, then random damage until there are enough.</summary>
    public static IReadOnlyList<DamagedFile> Make(string folder, int count)
    {
        var scans = SoundScans.Make(folder);
        var random = new Random(Seed);
        var files = new List<DamagedFile>();
        var hostile = Hostile(scans, random).ToList();
        // A short run takes some of each.
        var step = Math.Max(1, hostile.Count * 2 / count);
        for (var i = 0; i < hostile.Count; i += step) Write(hostile[i].Damage, hostile[i].Kind, hostile[i].Extension, hostile[i].Bytes);
        for (var i = 0; files.Count < count; i++)
        {
            var scan = scans[i % scans.Count];
            var (name, damage) = Damages[(i + (i / scans.Count)) % Damages.Length];
            Write(name, scan.Kind, scan.Extension, damage(random, scan, scans[random.Next(scans.Count)]));
        }
        // So that each batch, and each format, gets some of all.
        random.Shuffle(CollectionsMarshal.AsSpan(files));
        return files;

        void Write(string damage, string kind, string extension, byte[] bytes)
        {
            var path = Path.Combine(folder, $"{files.Count:0000}-{string.Concat(damage.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}{extension}");
            File.WriteAllBytes(path, bytes);
            files.Add(new(path, damage, kind));
        }
    }

    private static IEnumerable<(string Damage, string Kind, string Extension, byte[] Bytes)> Hostile(IReadOnlyList<SoundScan> scans, Random random) =>
        HostilePng.All().Select(file => (file.Damage, "PNG", ".png", file.Bytes))
            .Concat(HostileJpeg.All(scans.Single(scan => scan.Kind == "JPEG").Bytes).Select(file => (file.Damage, "JPEG", ".jpg", file.Bytes)))
            .Concat(HostileTiff.All().Select(file => (file.Damage, "TIFF", ".tif", file.Bytes)))
            .Concat(HostilePdf.All().Select(file => (file.Damage, "PDF", ".pdf", file.Bytes)))
            .Concat(Mislabeled(scans, random));

    private static IEnumerable<(string Damage, string Kind, string Extension, byte[] Bytes)> Mislabeled(IReadOnlyList<SoundScan> scans, Random random)
    {
        for (var i = 0; i < scans.Count; i++) yield return ("another extension", scans[i].Kind, scans[(i + 1) % scans.Count].Extension, scans[i].Bytes);
        foreach (var extension in (string[])[".pdf", ".tif", ".jpg", ".png"])
        {
            yield return ("no byte", "none", extension, []);
            yield return ("one byte", "none", extension, [(byte)'%']);
            yield return ("only zeros", "none", extension, new byte[70_000]);
            yield return ("noise", "none", extension, Noise(random, 70_000));
        }
        yield return ("a program", "none", ".pdf", File.ReadAllBytes("/bin/true"));
        yield return ("a page of HTML", "none", ".pdf", "<!DOCTYPE html><title>404</title>"u8.ToArray());
        yield return ("a GIF", "none", ".png", "GIF89a\x01\x00\x01\x00\x80\x00\x00"u8.ToArray());
        yield return ("a ZIP", "none", ".tif", [(byte)'P', (byte)'K', 5, 6, .. new byte[18]]);
        yield return ("only a signature", "PNG", ".png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        yield return ("only a signature", "JPEG", ".jpg", [0xFF, 0xD8, 0xFF]);
        yield return ("only a signature", "TIFF", ".tif", "II*\0"u8.ToArray());
        yield return ("only a signature", "PDF", ".pdf", "%PDF-1.7\n%%EOF\n"u8.ToArray());
    }

    private static byte[] Flip(Random random, byte[] bytes, int bits, int from, int to)
    {
        var copy = bytes.ToArray();
        for (var i = 0; i < bits; i++) copy[random.Next(from, Math.Min(to, copy.Length))] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[] Overwrite(Random random, byte[] bytes, Random? fill)
    {
        var copy = bytes.ToArray();
        var start = random.Next(copy.Length);
        var hole = copy.AsSpan(start, random.Next(1, Math.Min(4000, copy.Length - start) + 1));
        hole.Clear();
        fill?.NextBytes(hole);
        return copy;
    }

    private static byte[] LoseBytes(Random random, SoundScan scan, SoundScan other)
    {
        var start = random.Next(scan.Bytes.Length);
        return [.. scan.Bytes[..start], .. scan.Bytes[Math.Min(scan.Bytes.Length, start + random.Next(1, 500))..]];
    }

    /// <summary>Wherever a length, a count or a size may stand.</summary>
    private static byte[] MakeNumbersHuge(Random random, SoundScan scan, SoundScan other)
    {
        var copy = scan.Bytes.ToArray();
        for (var i = 0; i < 4; i++)
        {
            var at = random.Next(4, Math.Min(300, copy.Length - 4));
            copy.AsSpan(at, 4).Fill((byte)(random.Next(2) == 0 ? 0xFF : 0x7F));
        }
        return copy;
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
