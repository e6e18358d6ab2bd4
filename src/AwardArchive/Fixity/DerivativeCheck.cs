using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>Verifies what was made of an original: words and images of its pages. What is not whole is made again by recognizing the page once more.</summary>
internal sealed class DerivativeCheck(
    IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, Catalog catalog, Examiner examiner, FindingBook findings)
{
    private const int SettledTogether = 500;

    /// <param name="isOriginalWhole">Whether anything can be made again.</param>
    /// <returns>Whether pages now wait to be recognized again.</returns>
    public async Task<bool> CheckAsync(Guid documentId, bool isOriginalWhole, RunMeter meter, CancellationToken cancellationToken)
    {
        var whole = new List<string>();
        var damaged = new List<(ExpectedObject Expected, Examined Found, int Result)>();
        foreach (var result in await ResultsAsync(documentId, cancellationToken))
        {
            foreach (var expected in ExpectedObject.Of(result))
            {
                var found = await examiner.ExamineAsync(objects, expected, cancellationToken);
                await meter.CountAsync(found, cancellationToken);
                if (found.IsWhole) whole.Add(expected.Key.Value);
                else damaged.Add((expected, found, result.Number));
            }
        }
        foreach (var keys in whole.Chunk(SettledTogether)) await findings.SettleAsync(FindingPlace.Objects, keys, null, cancellationToken);
        var isWished = false;
        foreach (var (expected, found, result) in damaged)
        {
            var finding = await findings.NoteAsync(FindingPlace.Objects, expected, found, cancellationToken);
            isWished |= await MakeAgainAsync(finding, result, isOriginalWhole, cancellationToken);
        }
        return isWished;
    }

    private async Task<bool> MakeAgainAsync(Finding finding, int result, bool isOriginalWhole, CancellationToken cancellationToken)
    {
        if (finding.State != FindingState.Open || !isOriginalWhole) return false;
        var page = await catalog.FindPageAsync(finding.DocumentId!.Value, finding.PageNumber!.Value, cancellationToken);
        if (page is null) return false;
        switch (finding.Remedy)
        {
            case FindingRemedy.MadeAgain when page.Wish is null:
                await findings.RemedyAsync(
                    finding, FindingRemedy.NoGoodCopy, null,
                    page.WishFailure ?? "Recognized again, with another result: that one is kept, this one is lost.", cancellationToken);
                return false;
            case FindingRemedy.None:
                // A result that counts gives way to the new one if that is another; what a person chose stays.
                var choose = page.Recognition == result ? WishedChoice.New : WishedChoice.None;
                if (page.Wish is null && await catalog.WishAsync(page.DocumentId, page.Number, null, new(Choose: choose), cancellationToken) == 0) return false;
                await findings.RemedyAsync(finding, FindingRemedy.MadeAgain, null, null, cancellationToken);
                return true;
            default:
                return page.Wish is not null;
        }
    }

    private async Task<List<PageRecognition>> ResultsAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Recognitions.AsNoTracking().Where(r => r.DocumentId == documentId)
            .OrderBy(r => r.PageNumber).ThenBy(r => r.Number).ToListAsync(cancellationToken);
    }
}
