using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Reading;
using AwardArchive.Recognition;

namespace AwardArchive.Tests.Reading;

/// <summary>
/// Papers of every kind whose words were torn into letters, run together, lost, cut, doubled or shifted: what random words never look like, and
/// bad scans do. Reading must end with facts, whatever they say.
/// </summary>
public sealed class DamagedPapersTests : IDisposable
{
    private const int PapersOfAKind = 2;
    private const int DamagesOfAPaper = 12;

    private readonly DemoFonts fonts = new();

    public static TheoryData<string> Kinds => [.. Enum.GetNames<DemoKind>()];

    public void Dispose() => fonts.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_damage_makes_it_fail(string kind)
    {
        for (var seed = 900UL; seed < 900 + PapersOfAKind; seed++)
        {
            var pages = TruePages.Of(DemoPapers.LayOut(new(Enum.Parse<DemoKind>(kind), DemoLevel.Clean, DemoContainer.PdfColor, seed, Rows: 8), fonts), fonts);
            var random = new SplitMix64(seed);
            for (var i = 1; i <= DamagesOfAPaper; i++)
            {
                // From a few words to most of them.
                var share = (float)i / (DamagesOfAPaper + 2);
                var reading = MachineReader.Read([.. pages.Select(page => page with { Words = [.. page.Words.SelectMany(word => Damaged(word, share, random))] })]);
                Assert.All(HeadTests.Facts(reading.Facts), fact => Assert.InRange(fact.Confidence, 0, 1));
                Assert.All(reading.Entries, entry => Assert.InRange(entry.Name.Confidence, 0, 1));
                Assert.All(reading.Kin, kin => Assert.InRange(kin.Name.Confidence, 0, 1));
            }
        }
    }

    private static IEnumerable<Word> Damaged(Word word, float share, SplitMix64 random)
    {
        if (!random.Chance(share)) return [word];
        var text = word.Text;
        return random.Between(0, 8) switch
        {
            0 => [],
            1 => text.Select((letter, i) => word with { Text = $"{letter}", X = word.X + (i * word.Width / text.Length), Width = Math.Max(1, word.Width / text.Length) }),
            2 => [word with { Text = text[..((text.Length + 1) / 2)] }],
            3 => [word, word],
            4 => [word with { X = word.X + random.Between(-400, 400), Y = word.Y + random.Between(-60, 60) }],
            5 => [word with { Text = random.Pick(".", "-", "|", "1", ":", "“", "A", "ñ", "…", "Số", "năm", "'") }],
            6 => [word with { Text = text + random.Pick("Nguyễn", "1932", ":", "/", "KT.", ",") }],
            7 => [word with { Width = random.Between(0, 3), Height = random.Between(0, 3) }],
            _ => [word with { Text = text.ToUpperInvariant(), Line = random.Between(0, 30) }],
        };
    }
}
