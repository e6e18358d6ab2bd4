using AwardArchive.Demo;
using AwardArchive.Demo.Mothers;

namespace AwardArchive.Tests.Cases;

/// <summary>Dossiers as scans go in, cases are proposed and confirmed, and the law is held against them: the whole way, in small. In large: bench.sh mothers.</summary>
public sealed class MotherCaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Scanned_dossiers_become_cases_with_the_right_verdict_on_the_right_pages()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await ServerProcess.StartAsync(folder.File("data"));
        var officer = new CaseOfficer(server.Http);
        var dossiers = new List<(Guid Id, MotherDossier Mother)>();
        // Case c, case b, and a certificate that is missing while a namesake's lies in the archive.
        foreach (var number in (int[])[1, 2, 4])
        {
            var mother = MotherDossier.Draw(11, number);
            dossiers.Add((await officer.SendAsync(mother, DemoGenerator.Generate(mother, 11, DemoLevel.Clean, folder.File("scans"), stop), stop), mother));
        }
        await officer.WaitAsync(stop);
        foreach (var (id, mother) in dossiers)
        {
            var judged = await officer.JudgeAsync(id, mother, stop);
            Assert.Empty(judged.NotProposed);
            Assert.Equal(mother.Expected, (judged.Result, judged.Case));
            Assert.Equal((0, 0), (judged.WrongPages, judged.Silent));
            Assert.True(judged.Strangers > 0, "the namesake's certificate is proposed as what it is");
            Assert.Equal(judged.Strangers, judged.Doubtful);
        }
    }
}
