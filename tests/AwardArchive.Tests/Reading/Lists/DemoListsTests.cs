using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Reading;

namespace AwardArchive.Tests.Reading.Lists;

/// <summary>The recipients of papers of every kind, from their true words: who is missed here is missed by the rules, not by the scan.</summary>
public sealed class DemoListsTests : IDisposable
{
    private const ulong FirstSeed = 600;
    private const int Papers = 12;

    private readonly DemoFonts fonts = new();

    /// <summary>Forms of the dossier are about persons whom they do not award; they are read as forms.</summary>
    public static TheoryData<string> Kinds =>
    [
        .. Enum.GetValues<DemoKind>().Except(
            [
                DemoKind.MotherDeclaration, DemoKind.DeathNotice, DemoKind.RelativeDeclaration, DemoKind.DeclarationTable, DemoKind.PowerOfAttorney,
                DemoKind.InvalidCertificate,
            ])
            .Select(kind => $"{kind}"),
    ];

    public void Dispose() => fonts.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Recipients_are_read_with_name_year_home_and_class(string kind)
    {
        int expected = 0, read = 0, names = 0, years = 0, wholes = 0, sure = 0, sureRight = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Papers; seed++)
        {
            var paper = DemoPapers.LayOut(new(Enum.Parse<DemoKind>(kind), DemoLevel.Clean, DemoContainer.PdfColor, seed), fonts);
            var entries = MachineReader.Read(TruePages.Of(paper, fonts)).Entries;
            var left = paper.Facts.Recipients.ToList();
            (expected, read) = (expected + left.Count, read + entries.Count);
            foreach (var entry in entries)
            {
                var isSure = entry.Name.Confidence >= 0.9;
                if (isSure) sure++;
                var at = left.FindIndex(row => row.Name == entry.Name.Value && $"{row.BirthYear}" == (entry.BirthYear?.Value ?? ""));
                if (at < 0) at = left.FindIndex(row => row.Name == entry.Name.Value);
                if (at < 0) continue;
                var truth = left[at];
                left.RemoveAt(at);
                names++;
                if (isSure) sureRight++;
                if ($"{truth.BirthYear}" == (entry.BirthYear?.Value ?? "")) years++;
                if (truth.Hometown == entry.HomePlace?.Value && truth.Kind == entry.Kind && (truth.Class is null || truth.Class == entry.AwardClass?.Value)) wholes++;
            }
        }
        Assert.InRange(F1(names), 0.99, 1);
        Assert.InRange(F1(years), 0.97, 1);
        Assert.InRange(F1(wholes), 0.97, 1);
        Assert.InRange(sureRight, sure * 0.97, sure);

        double F1(int right) => expected + read == 0 ? 1 : 2.0 * right / (expected + read);
    }

    [Fact]
    public void A_list_read_whole_gives_no_warning()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Papers; seed++)
        {
            var paper = DemoPapers.LayOut(new(DemoKind.RecipientList, DemoLevel.Clean, DemoContainer.PdfColor, seed), fonts);
            Assert.Empty(MachineReader.Read(TruePages.Of(paper, fonts)).Facts.Warnings);
        }
    }

    [Fact]
    public void The_note_of_a_row_says_that_it_is_given_to_the_dead()
    {
        var all = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Papers; seed++)
        {
            var paper = DemoPapers.LayOut(new(DemoKind.VariedList, DemoLevel.Clean, DemoContainer.PdfColor, seed), fonts);
            var dead = paper.Facts.Recipients.Where(row => row.IsPosthumous).Select(row => row.Name).ToArray();
            Assert.Equal(dead, MachineReader.Read(TruePages.Of(paper, fonts)).Entries.Where(entry => entry.IsPosthumous).Select(entry => entry.Name.Value));
            all += dead.Length;
        }
        Assert.NotEqual(0, all);
    }
}
