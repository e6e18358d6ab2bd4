namespace AwardArchive.Vietnamese;

/// <summary>Compares two names part by part; the weakest part decides.</summary>
internal static class NameMatcher
{
    public static NameMatch Compare(PersonName one, PersonName other)
    {
        var given = Words(one.Given, other.Given);
        if (given is NameMatch.Different or NameMatch.Initials) return NameMatch.Different;
        if (one.Family is null || other.Family is null)
            return one.Family is null && other.Family is null ? given : Weaker(given, NameMatch.GivenOnly);
        var family = Phrases(one.Family, other.Family);
        return family == NameMatch.Different ? NameMatch.Different : Weaker(Weaker(given, family), Middles(one.Middle, other.Middle));
    }

    private static NameMatch Middles(string? one, string? other)
    {
        var (shorter, longer) = (Split(one), Split(other));
        if (shorter.Length > longer.Length) (shorter, longer) = (longer, shorter);
        // Each word of the shorter must stand in the longer, in order.
        var match = shorter.Length == longer.Length ? NameMatch.Equal : NameMatch.MiddleMissing;
        var at = 0;
        for (var i = 0; i < shorter.Length; i++)
        {
            // No more words may be passed over than are left to spare.
            var best = NameMatch.Different;
            var bestAt = at;
            for (var j = at; j <= longer.Length - (shorter.Length - i); j++)
            {
                if (Words(shorter[i], longer[j]) is var found && found > best) (best, bestAt) = (found, j);
            }
            if (best == NameMatch.Different) return NameMatch.FamilyAndGiven;
            (match, at) = (Weaker(match, best), bestAt + 1);
        }
        return match;
    }

    private static NameMatch Phrases(string one, string other)
    {
        var (words, others) = (Split(one), Split(other));
        if (words.Length != others.Length) return NameMatch.Different;
        var match = NameMatch.Equal;
        for (var i = 0; i < words.Length; i++) match = Weaker(match, Words(words[i], others[i]));
        return match;
    }

    private static NameMatch Words(string one, string other)
    {
        var (mine, its) = (MarkPattern.Of(one), MarkPattern.Of(other));
        if (mine.Word == its.Word) return NameMatch.Equal;
        if (mine.Matches(its.Word) || its.Matches(mine.Word)) return NameMatch.MarksMissing;
        if (mine.Folded == its.Folded) return NameMatch.MarksDiffer;
        return IsInitialOf(mine, its) || IsInitialOf(its, mine) ? NameMatch.Initials : NameMatch.Different;
    }

    private static bool IsInitialOf(MarkPattern initial, MarkPattern word) =>
        initial.Word.Length == 1 && word.Word.Length > 1 && initial.Matches(word.Word.AsSpan(0, 1));

    private static NameMatch Weaker(NameMatch one, NameMatch other) => one < other ? one : other;

    private static string[] Split(string? words) => words?.Split(' ') ?? [];
}
