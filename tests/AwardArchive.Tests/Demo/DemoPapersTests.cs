using AwardArchive.Demo;
using AwardArchive.Demo.Papers;

namespace AwardArchive.Tests.Demo;

public sealed class DemoPapersTests : IDisposable
{
    private readonly DemoFonts _fonts = new();

    public static TheoryData<string> Kinds => [.. Enum.GetNames<DemoKind>()];

    public void Dispose() => _fonts.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_truth_says_stands_on_the_paper(string kind)
    {
        foreach (var paper in Papers(Enum.Parse<DemoKind>(kind)))
        {
            var text = TextOf(paper);
            var facts = paper.Facts;
            string?[] printed =
            [
                facts.Number, facts.Symbol, facts.Place, facts.Issuer, facts.Summary, facts.Signer, facts.SignerTitle,
                .. facts.Recipients.SelectMany(person => new[] { person.Name, person.Hometown, $"{person.BirthYear}", person.Class }),
                .. facts.Kin.SelectMany(kin => new[] { kin.Name, $"{kin.BirthYear}", kin.HomePlace, kin.CertificateNo, kin.DecisionNo, $"{kin.InvalidPercent}" }),
            ];
            // Wrapped cells stand beside each other's lines, a mark of repetition for what is above it, and a class in the capitals of a heading.
            var isWrapped = DemoSet.ListKinds.Contains(Enum.Parse<DemoKind>(kind));
            var stands = printed.OfType<string>().SelectMany(fact => isWrapped ? fact.Split(' ') : [fact]);
            foreach (var fact in stands) Assert.Contains(fact, text, isWrapped ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
            Assert.NotNull(facts.Kind);
            Assert.True(DateOnly.TryParseExact(facts.IssuedOn, "yyyy-MM-dd", out var date));
            Assert.Contains(PaperContext.InWords(date), text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Words_keep_inside_the_sheet_and_apart(string kind)
    {
        foreach (var paper in Papers(Enum.Parse<DemoKind>(kind)))
        {
            var painter = new SheetPainter(_fonts, paper.Face);
            foreach (var sheet in paper.Sheets)
            {
                var words = painter.Bounds(sheet).ToList();
                Assert.NotEmpty(words);
                for (var i = 0; i < words.Count; i++)
                {
                    var (word, ink) = words[i];
                    // Accents of italics lean over the blank behind the word.
                    ink.Inflate(-0.4f, -0.4f);
                    Assert.True(ink is { Left: > 45, Right: < Sheet.Width - 20, Top: > 20, Bottom: < Sheet.Height - 45 }, $"'{word.Text}' at {ink}");
                    for (var j = i + 1; j < words.Count; j++)
                        Assert.False(ink.IntersectsWith(words[j].Ink), $"'{word.Text}' at {ink} and '{words[j].Word.Text}' at {words[j].Ink}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_letter_of_a_paper_is_in_its_font(string kind)
    {
        foreach (var paper in Papers(Enum.Parse<DemoKind>(kind)))
        {
            foreach (var word in paper.Sheets.SelectMany(sheet => sheet.Words))
            {
                Assert.True(word.Text.IsNormalized());
                using var font = _fonts.Font(paper.Face, word.Style, word.Size);
                Assert.True(font.ContainsGlyphs(word.Text), word.Text);
            }
        }
    }

    [Fact]
    public void A_long_list_goes_on_over_pages_with_its_header_on_each()
    {
        var paper = DemoPapers.LayOut(new(DemoKind.RecipientList, DemoLevel.Clean, DemoContainer.PdfColor, 3, Rows: 90), _fonts);
        Assert.InRange(paper.Sheets.Count, 3, 6);
        Assert.Equal(90, paper.Facts.Recipients.Count);
        var listed = paper.Sheets.Where(sheet => sheet.Words.Any(word => word.Text == "STT")).ToList();
        Assert.InRange(listed.Count, paper.Sheets.Count - 1, paper.Sheets.Count);
        foreach (var row in Enumerable.Range(1, 90))
            Assert.Contains(listed, sheet => sheet.Words.Any(word => word.Text == $"{row}"));
    }

    [Fact]
    public void The_default_set_shows_every_kind_that_sets_are_drawn_from_and_level_half_of_it_in_the_official_form()
    {
        var papers = DemoSet.Default.Documents.Select(spec => (Spec: spec, Paper: DemoPapers.LayOut(spec, _fonts))).ToList();
        Assert.Equal(DemoSet.Kinds.Order(), papers.Select(item => item.Spec.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<DemoLevel>().Order(), papers.Select(item => item.Spec.Level).Distinct().Order());
        var pages = papers.Sum(item => item.Paper.Sheets.Count);
        var official = papers.Where(item => item.Spec.Container is DemoContainer.PdfColor).Sum(item => item.Paper.Sheets.Count);
        Assert.InRange(pages, 26, 36);
        Assert.InRange(official, (pages / 2) - 2, (pages / 2) + 2);
        Assert.InRange(papers.Count(item => TextOf(item.Paper).Contains(DemoAwards.HeroicMother, StringComparison.Ordinal)), 5, papers.Count - 4);
        Assert.Equal(papers.Count, papers.Select(item => item.Spec.Seed).Distinct().Count());
        Assert.DoesNotContain(papers, item => item.Spec.Turned);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(37)]
    public void The_benchmark_set_has_exactly_the_pages_asked_for(int pages)
    {
        var set = DemoSet.Benchmark(pages);
        Assert.Equal(pages, set.Documents.Sum(spec => DemoPapers.LayOut(spec, _fonts).Sheets.Count));
        Assert.Equal(set.Documents, DemoSet.Benchmark(pages).Documents);
    }

    [Fact]
    public void A_mix_keeps_to_its_options()
    {
        var set = DemoSet.Mix(new() { Seed = 5, Count = 30, Levels = [DemoLevel.Old, DemoLevel.Fax], Turned = 0.5f });
        Assert.Equal(30, set.Documents.Count);
        Assert.Equal([DemoLevel.Old, DemoLevel.Fax], set.Documents.Select(spec => spec.Level).Distinct().Order());
        Assert.InRange(set.Documents.Count(spec => spec.Turned), 5, 25);
        Assert.NotEqual(set.Documents, DemoSet.Mix(new() { Seed = 6, Count = 30, Levels = [DemoLevel.Old, DemoLevel.Fax], Turned = 0.5f }).Documents);
    }

    private IEnumerable<Paper> Papers(DemoKind kind)
    {
        // Levels choose between typewriter and print.
        foreach (var level in (DemoLevel[])[DemoLevel.Clean, DemoLevel.Old])
        {
            for (ulong seed = 1; seed <= 8; seed++) yield return DemoPapers.LayOut(new(kind, level, DemoContainer.PdfColor, seed), _fonts);
        }
    }

    private static string TextOf(Paper paper) => string.Join(' ', paper.Sheets.SelectMany(sheet => sheet.Words).Select(word => word.Text));
}
