using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Reading;
using AwardArchive.Recognition;

namespace AwardArchive.Tests.Reading.Forms;

/// <summary>Persons of generated forms: from true words, where a miss is the rules' fault, and from words as recognition damages them.</summary>
public sealed class DemoFormsTests : IDisposable
{
    private const ulong FirstSeed = 300;
    private const int Papers = 30;

    private readonly DemoFonts fonts = new();

    public static TheoryData<string> Kinds => [.. Enum.GetNames<DemoKind>()];

    public void Dispose() => fonts.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void From_true_words_all_persons_are_read_and_nobody_else(string kind)
    {
        var facts = Read(kind, pages => pages).ToList();
        var wrong = facts.Where(fact => fact.Truth != fact.Read).Select(fact => $"{fact.Seed}: {fact.Field} '{fact.Truth}' read as '{fact.Read}'").ToList();
        Assert.True(wrong.Count * 100 <= facts.Count, $"{wrong.Count} of {facts.Count}\n{string.Join('\n', wrong.Take(30))}");
    }

    [Fact]
    public void From_misread_words_most_facts_are_read_and_few_are_wrong()
    {
        var misreading = new Misreading(11);
        var facts = Enum.GetNames<DemoKind>().SelectMany(kind => Read(kind, misreading.Of)).ToList();
        var right = facts.Count(fact => fact.Truth == fact.Read && fact.Truth.Length > 0);
        var (expected, invented) = (facts.Count(fact => fact.Truth.Length > 0), facts.Count(fact => fact.Truth.Length == 0));
        var wrong = string.Join('\n', facts.Where(fact => fact.Truth != fact.Read).Take(60).Select(fact => $"{fact.Field} '{fact.Truth}' read as '{fact.Read}'"));
        Assert.True(right >= 0.84 * expected && invented <= 0.02 * expected, $"{right} of {expected}, {invented} invented\n{wrong}");
    }

    private IEnumerable<(ulong Seed, string Field, string Truth, string Read, double Confidence)> Read(string kind, Func<IReadOnlyList<PageWords>, IReadOnlyList<PageWords>> damage)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Papers; seed++)
        {
            var paper = DemoPapers.LayOut(new(Enum.Parse<DemoKind>(kind), DemoLevel.Clean, DemoContainer.PdfColor, seed), fonts);
            var kin = MachineReader.Read(damage(TruePages.Of(paper, fonts))).Kin;
            foreach (var (field, truth, read, confidence) in KinTruth.Compare(paper.Facts.Kin, kin)) yield return (seed, field, truth, read, confidence);
        }
    }
}
