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
    public void Head_and_foot_of_a_paper_give_all_its_facts(string kind)
    {
        var wrong = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Papers; seed++)
        {
            var paper = DemoPapers.LayOut(new(Enum.Parse<DemoKind>(kind), DemoLevel.Clean, DemoContainer.PdfColor, seed), fonts);
            var facts = MachineReader.Read(TruePages.Of(paper, fonts)).Facts;
            Compare(paper.Facts.Kind, facts.Kind?.Value);
            Compare(paper.Facts.Number, facts.Number?.Value);
            Compare(paper.Facts.Symbol, facts.Symbol?.Value);
            Compare(paper.Facts.IssuedOn, facts.IssuedOn?.Value);
            Compare(paper.Facts.Summary, facts.Title?.Value);
            Compare(paper.Facts.Signer, facts.Signer?.Value);
            Compare(paper.Facts.SignerTitle, facts.SignerTitle?.Value);
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
