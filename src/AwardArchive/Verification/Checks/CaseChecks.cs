using AwardArchive.Archive;
using AwardArchive.Dossiers;
using AwardArchive.People.Matching;
using AwardArchive.Places;
using AwardArchive.Verification.Cases;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Checks;

/// <summary>Reads what the checks need, and runs them. Each is a pure function of <see cref="CheckedCase"/>.</summary>
internal sealed class CaseChecks(Catalog catalog, Gazetteer gazetteer, PriorAwardSearch prior)
{
    /// <summary>Other cases that one name or certificate leads to.</summary>
    private const int MostOthers = 30;

    private static readonly IReadOnlyList<Func<CheckedCase, IEnumerable<CheckFinding>>> All =
        [OtherCases.Check, PriorAwards.Check, PaperContradictions.Check, PaperGaps.Check, StepDeadlines.Check];

    /// <summary>What was found, the most serious first.</summary>
    public static IReadOnlyList<CheckFinding> Run(CheckedCase checkedCase) =>
        [.. All.SelectMany(check => check(checkedCase)).OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Kind)];

    /// <param name="state">Of the dossier, as people decided it.</param>
    /// <param name="today">For which "late" is told, and whose law counts where the case names no day.</param>
    public async Task<CheckedCase> LoadAsync(CaseState state, DateOnly today, CancellationToken cancellationToken)
    {
        var inputs = InputsOf(state, today);
        var documents = await catalog.FindDossierDocumentsAsync(state.DossierId, DossierDesk.MaxDocuments, cancellationToken);
        var people = await catalog.FindKinAsync([.. documents.Select(document => document.Id)], cancellationToken);
        var papers = documents.Select(document => new CheckedPaper(
            document.Id, PaperTitle.Of(document.Facts, document.FileName), document.Facts ?? DocumentFacts.None, [.. people[document.Id]])).ToList();
        var placesDiffer = PlaceTest(await gazetteer.HistoryAsync(cancellationToken));
        var found = state.Mother is { } mother
            ? await prior.FindAsync(mother, state.People.Where(person => person.Id != mother.Id), state.DossierId, placesDiffer, cancellationToken)
            : [];
        return new(
            state, inputs, inputs?.Case.AsOf ?? today, today, papers, await OthersAsync(state, cancellationToken), found, placesDiffer);
    }

    /// <returns>Null where the accepted evidence is no case: whoever judges it says why.</returns>
    private static CaseInputs? InputsOf(CaseState state, DateOnly today)
    {
        try
        {
            return CaseInputs.Of(state, null, today);
        }
        catch (BadCaseException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<OtherCase>> OthersAsync(CaseState state, CancellationToken cancellationToken)
    {
        var keys = state.People.Select(person => person.Name)
            .Concat(state.Evidence.Where(one => one.IsAccepted).Select(one => one.Evidence.CertificateNo).OfType<string>())
            .Select(Mention.KeyOf).Where(key => key.Length > 0).Distinct().ToList();
        var ids = new SortedSet<Guid>();
        foreach (var key in keys) ids.UnionWith(await catalog.FindCasesAsync(key, state.DossierId, MostOthers, cancellationToken));
        var others = new List<OtherCase>();
        foreach (var id in ids)
        {
            var its = CaseState.Of(id, await catalog.FindCaseDecisionsAsync(id, null, cancellationToken));
            if (await catalog.FindDossierAsync(id, cancellationToken) is { } dossier) others.Add(new(dossier.Title, its));
        }
        return others;
    }

    /// <summary>By land, so that old and new names of one place do not differ.</summary>
    private static Func<string, string, bool> PlaceTest(PlaceHistory history)
    {
        var reader = new HomePlaceReader(history);
        return (one, other) =>
        {
            var (mine, its) = (reader.Read(one, null), reader.Read(other, null));
            return Enum.GetValues<PlaceLevel>().Any(level => mine.At(level) is { } unit && its.At(level) is { } theirs && !unit.SharesLand(theirs));
        };
    }
}
