using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Reading;

namespace AwardArchive.Tests.Reading;

/// <summary>The facts of papers of every kind, from their true words: what is missed here is the rules' fault, not the scan's.</summary>
public sealed class DemoFactsTests : IDisposable
{
    private const ulong FirstSeed = 200;
    private const int Papers = 30;

    private readonly DemoFonts fonts = new();

    public static TheoryData<string> Kinds => [.. Enum.GetNames<DemoKind>()];

    public void Dispose() => fonts.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_head_of_a_paper_gives_its_issuer_place_and_award(string kind)
    {
        var wrong = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Papers; seed++)
        {
            var paper = DemoPapers.LayOut(new(Enum.Parse<DemoKind>(kind), DemoLevel.Clean, DemoContainer.PdfColor, seed), fonts);
            var facts = DocumentReader.Read(TruePages.Of(paper, fonts)).Facts;
            Compare(paper.Facts.Issuer, facts.Issuer?.Value);
            Compare(paper.Facts.Place, facts.Place?.Value);
            Compare(paper.Facts.Award, facts.Award?.Value);
            Compare(paper.Facts.AwardClass, facts.AwardClass?.Value);

            void Compare(string? truth, string? read)
            {
                if (truth != read) wrong.Add($"{seed}: '{truth}' read as '{read}'");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
