using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Demo;
using AwardArchive.Tests.Reading.Forms;

namespace AwardArchive.Benchmarks.Reading;

/// <summary>What was read of one group of papers against what stands on them.</summary>
internal sealed class ReadingScores(string group)
{
    /// <summary>A fact that is this sure must nearly always be right.</summary>
    private const double Sure = 0.9;

    private readonly Dictionary<string, (int All, int Right)> _fields = [];
    private readonly Dictionary<string, (int True, int Read, int Both)> _rows = [];
    private readonly List<(double Confidence, string Text)> _errors = [];
    private int _sure, _sureRight;

    /// <summary>Of the six named in the bars, each with its share of papers on which it was read exactly: null where the paper says nothing.</summary>
    public static readonly IReadOnlyList<string> BarFields = ["number+symbol", "date", "kind", "issuer", "signer", "title"];

    public string Group { get; } = group;

    public int Papers { get; private set; }

    public double Share(string field) => _fields.TryGetValue(field, out var counts) ? (double)counts.Right / counts.All : 1;

    /// <summary>Over all of <see cref="BarFields"/> together.</summary>
    public double FieldShare => (double)BarFields.Sum(name => _fields[name].Right) / BarFields.Sum(name => _fields[name].All);

    public double F1(string rows) => _rows.TryGetValue(rows, out var counts) && counts.True + counts.Read > 0 ? 2.0 * counts.Both / (counts.True + counts.Read) : 1;

    public (int Sure, int Right) Calibration => (_sure, _sureRight);

    public void Add(ReadingPaper paper, DocumentReading reading)
    {
        Papers++;
        var (truth, facts) = (paper.Truth, reading.Facts);
        Pair(paper, truth, facts);
        Field(paper, "date", truth.IssuedOn, facts.IssuedOn);
        Field(paper, "kind", truth.Kind, facts.Kind);
        Field(paper, "issuer", truth.Issuer, facts.Issuer);
        Field(paper, "signer", truth.Signer, facts.Signer);
        Field(paper, "title", truth.Summary, facts.Title);
        Field(paper, "signer's office", truth.SignerTitle, facts.SignerTitle);
        Field(paper, "place", truth.Place, facts.Place);
        Field(paper, "award", truth.Award, facts.Award);
        Field(paper, "class", truth.AwardClass, facts.AwardClass);
        Rows(paper, truth, reading.Recipients());
        Children(truth, reading.Kin);
        foreach (var (field, expected, read, confidence) in KinTruth.Compare(truth.Kin, reading.Kin))
            Count(paper, $"kin, {field}", expected.Length > 0 ? expected : null, read.Length > 0 ? read : null, confidence);
    }

    public void Print()
    {
        Console.WriteLine($"\n{Group}, {Papers} papers");
        foreach (var (field, (all, right)) in _fields) Console.WriteLine($"  {field,-16} {right,5} of {all,5}  {Percent((double)right / all)}");
        foreach (var (rows, (expected, read, both)) in _rows)
            Console.WriteLine($"  rows, {rows,-26} {both} of {expected}, {read} read: F1 {F1(rows).ToString("0.000", CultureInfo.InvariantCulture)}");
        Console.WriteLine($"  confidence of {Sure} and more: {_sure} facts, {Percent(_sure == 0 ? 1 : (double)_sureRight / _sure)} right");
        Console.WriteLine("  the ten worst, most sure first:");
        foreach (var (confidence, text) in _errors.OrderByDescending(error => error.Confidence).Take(10))
            Console.WriteLine($"    {confidence.ToString("0.00", CultureInfo.InvariantCulture)} {text}");
    }

    public static string Percent(double share) => share.ToString("0.00 %", CultureInfo.InvariantCulture);

    /// <summary>Number and symbol are one: half of it finds another paper.</summary>
    private void Pair(ReadingPaper paper, DemoFacts truth, DocumentFacts facts)
    {
        var expected = truth.Number is null && truth.Symbol is null ? null : $"{truth.Number}/{truth.Symbol}";
        var read = facts.Number is null && facts.Symbol is null ? null : $"{facts.Number?.Value}/{facts.Symbol?.Value}";
        Count(paper, "number+symbol", expected, read, Math.Min(facts.Number?.Confidence ?? 1, facts.Symbol?.Confidence ?? 1));
    }

    private void Field(ReadingPaper paper, string field, string? truth, Fact? fact) => Count(paper, field, truth, fact?.Value, fact?.Confidence ?? 0);

    private void Count(ReadingPaper paper, string field, string? truth, string? read, double confidence)
    {
        var right = truth == read;
        var (all, before) = _fields.GetValueOrDefault(field);
        _fields[field] = (all + 1, before + (right ? 1 : 0));
        if (read is not null) Certain(confidence, right);
        if (!right) _errors.Add((read is null ? 0 : confidence, $"{paper.Name}: {field} '{truth}' read as '{read}'"));
    }

    private void Rows(ReadingPaper paper, DemoFacts truth, IReadOnlyList<AwardEntry> entries)
    {
        Match("name", truth.Recipients.Select(row => row.Name), entries.Select(entry => entry.Name.Value));
        Match("name and year", truth.Recipients.Select(row => $"{row.Name} {row.BirthYear}"), entries.Select(entry => $"{entry.Name.Value} {entry.BirthYear?.Value}"));
        Match(
            "name, year, home and class", truth.Recipients.Select(row => $"{row.Name}|{row.BirthYear}|{row.Hometown}|{row.Class}"),
            entries.Select(entry => $"{entry.Name.Value}|{entry.BirthYear?.Value}|{entry.HomePlace?.Value}|{entry.AwardClass?.Value}"));
        var names = Bag(truth.Recipients.Select(row => row.Name));
        foreach (var entry in entries)
        {
            var right = names.TryGetValue(entry.Name.Value, out var left) && left > 0;
            if (right) names[entry.Name.Value]--;
            else _errors.Add((entry.Name.Confidence, $"{paper.Name}: row '{entry.Name.Value}' is none"));
            Certain(entry.Name.Confidence, right);
        }
        foreach (var (name, left) in names.Where(name => name.Value > 0)) _errors.Add((0, $"{paper.Name}: row '{name}' not read{(left > 1 ? $", {left} times" : "")}"));
    }

    private void Children(DemoFacts truth, IReadOnlyList<KinEntry> kin)
    {
        var children = kin.Where(entry => entry.Relation == KinRelation.Child).ToList();
        Match("children", truth.Children.Select(child => child.Name), children.Select(child => child.Name.Value));
        Match(
            "children, name and year", truth.Children.Select(child => $"{child.Name}|{child.BirthYear}"), children.Select(child => $"{child.Name.Value}|{child.BirthYear?.Value}"));
        Match(
            "children, name and death", truth.Children.Select(child => $"{child.Name}|{child.DeathDate}"), children.Select(child => $"{child.Name.Value}|{child.DeathDate?.Value}"));
        Match(
            "children, name and number", truth.Children.Select(child => $"{child.Name}|{child.CertificateNo}"),
            children.Select(child => $"{child.Name.Value}|{child.CertificateNo?.Value}"));
        Match(
            "children whole", truth.Children.Select(child => $"{child.Name}|{child.BirthYear}|{child.DeathDate}|{child.CertificateNo}"),
            children.Select(child => $"{child.Name.Value}|{child.BirthYear?.Value}|{child.DeathDate?.Value}|{child.CertificateNo?.Value}"));
    }

    private void Match(string rows, IEnumerable<string> truth, IEnumerable<string> read)
    {
        var (expected, found) = (Bag(truth), Bag(read));
        var both = expected.Sum(row => Math.Min(row.Value, found.GetValueOrDefault(row.Key)));
        var (allTrue, allRead, allBoth) = _rows.GetValueOrDefault(rows);
        _rows[rows] = (allTrue + expected.Values.Sum(), allRead + found.Values.Sum(), allBoth + both);
    }

    private void Certain(double confidence, bool right)
    {
        if (confidence < Sure) return;
        _sure++;
        if (right) _sureRight++;
    }

    private static Dictionary<string, int> Bag(IEnumerable<string> items) => items.CountBy(item => item).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
}
