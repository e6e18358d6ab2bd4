using AwardArchive.Archive;
using AwardArchive.Viewing;

namespace AwardArchive.Dossiers.Retention;

/// <summary>A dossier whose term of retention is over, or soon will be, or cannot be told.</summary>
/// <param name="EndsOn">The day of its newest paper, at the latest; null: no paper has a day.</param>
/// <param name="OverOn">The first day on which it need not be kept any more; null with <paramref name="EndsOn"/>.</param>
/// <param name="Undated">So many of its papers have no day: it may end later.</param>
public sealed record RetentionDue(
    Guid Id, string Title, DossierPlace Place, RetentionTerm Term, DateOnly? EndsOn, DateOnly? OverOn, bool IsOver, int Documents, int Undated);

/// <summary>Shows people what they may evaluate. Nothing is deleted by it, nor does anything follow from it by itself.</summary>
internal sealed class RetentionDesk(Catalog catalog, TimeProvider time)
{
    private const int AtATime = 200;

    /// <summary>So many dossiers are looked at for one answer; the next one goes on from there.</summary>
    private const int MaxLookedAt = 2000;

    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>Where nobody says until when: what will be over within a year.</summary>
    public DateOnly DefaultUntil => Today.AddYears(1);

    /// <summary>Dossiers with a term that ends, in the order in which they were made. Of papers that who asks may not see nothing is counted.</summary>
    /// <param name="after">The last dossier of the stretch before.</param>
    /// <returns>At most <paramref name="size"/>; there may be fewer, or none, and yet a next stretch.</returns>
    public async Task<ListResponse<RetentionDue>> ListAsync(DateOnly? until, Guid? after, int size, CancellationToken cancellationToken)
    {
        var (last, today) = (until ?? DefaultUntil, Today);
        var items = new List<RetentionDue>();
        for (var looked = 0; looked < MaxLookedAt; looked += AtATime)
        {
            var dossiers = await catalog.FindDossiersByTermAsync([.. RetentionTerms.Ending.Keys], after, AtATime, cancellationToken);
            foreach (var (dossier, days) in dossiers)
            {
                after = dossier.Id;
                var term = RetentionTerms.Ending[dossier.RetentionCode!];
                var end = RetentionTerms.EndOf(days);
                var over = end is { } day ? RetentionTerms.OverOn(term, day) : null;
                if (end is not null && (over is null || over > last)) continue;
                items.Add(new(dossier.Id, dossier.Title, dossier.Place, term, end, over, over <= today, days.Count, days.Count(known => RetentionTerms.EndOf([known]) is null)));
                if (items.Count == size) return new(items, $"{after:N}");
            }
            if (dossiers.Count < AtATime) return new(items, null);
        }
        return new(items, $"{after:N}");
    }
}
