using System.Globalization;
using System.Runtime.CompilerServices;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search.Batch;

/// <summary>Looks for a list of persons, one after the other, and says how well each page agrees with what is known of them.</summary>
internal sealed class BatchSearch(DocumentSearcher searcher)
{
    /// <summary>Hits of the search that are weighed: the best by the archive's ranking may be another of the same name.</summary>
    private const int Weighed = 20;

    // What a missing birth year or place near the name takes from the score; a list may say them elsewhere.
    private const double WithoutBirthYear = 0.7;
    private const double WithoutPlace = 0.8;

    /// <param name="hitsOfRow">At most, for each person.</param>
    /// <exception cref="AwardArchive.Indexing.IndexUnavailableException">The index is not open.</exception>
    public async IAsyncEnumerable<BatchAnswer> RunAsync(
        IReadOnlyList<BatchRow> rows, int hitsOfRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (index, row) in rows.Index())
        {
            var found = await searcher.SearchAsync(new SearchRequest(QueryOf(row), Size: Weighed), cancellationToken);
            var hits = found.Hits.SelectMany(hit => hit.Pages.Select(page => Weigh(row, hit, page)))
                .OrderByDescending(hit => hit.Score).DistinctBy(hit => (hit.DocumentId, hit.Page)).Take(hitsOfRow);
            yield return new(index + 1, row.Name, row.BirthYear, row.Place, [.. hits]);
        }
    }

    /// <summary>Without titles and aliases, so that all its words are the person's.</summary>
    private static string QueryOf(BatchRow row) => $"người:\"{(PersonName.TryParse(row.Name, out var name) ? name.Full : row.Name.Replace('"', ' '))}\"";

    private static BatchHit Weigh(BatchRow row, SearchHit hit, HitPage page)
    {
        var around = string.Concat(page.Snippet.Select(run => run.Text));
        var (text, likeness) = NameIn(row, hit);
        bool? hasYear = row.BirthYear is { } year ? Words(around).Contains(year.ToString(CultureInfo.InvariantCulture)) : null;
        bool? hasPlace = row.Place is { } place ? HasPlace(around, place) : null;
        var score = likeness * (hasYear == false ? WithoutBirthYear : 1) * (hasPlace == false ? WithoutPlace : 1);
        return new(
            Math.Round(score, 3), hit.DocumentId, hit.FileName, hit.Title, hit.Number, hit.Symbol, hit.IssuedOn, page.Number, text, hasYear, hasPlace,
            around.ReplaceLineEndings(" ").Trim());
    }

    /// <summary>The name on the page that is most like the one asked for.</summary>
    private static (string? Text, double Likeness) NameIn(BatchRow row, SearchHit hit)
    {
        (string?, double) best = (null, 0.3);
        if (!PersonName.TryParse(row.Name, out var asked)) return best;
        foreach (var match in hit.Matches)
        {
            if (!PersonName.TryParse(Capitalized(match.Text), out var read) || read.Family is null) continue;
            var likeness = match.How == MatchKind.Similar ? 0.6 : LikenessOf(asked.Compare(read).Match);
            if (likeness > best.Item2) best = (read.Full, likeness);
        }
        return best;
    }

    private static double LikenessOf(NameMatch match) => match switch
    {
        NameMatch.Equal => 1,
        NameMatch.MarksMissing => 0.95,
        NameMatch.Initials => 0.85,
        NameMatch.MiddleMissing => 0.8,
        NameMatch.MarksDiffer => 0.8,
        NameMatch.FamilyAndGiven => 0.5,
        _ => 0.3,
    };

    /// <summary>The words of the place's own name, whichever of its parts is told: <c>xã A, huyện B</c> agrees where A or B stands.</summary>
    private static bool HasPlace(string around, string place)
    {
        var words = $" {string.Join(' ', Words(around))} ";
        return place.Split(',', ';').Select(part => string.Join(' ', Words(PlaceName.Split(part).Name)))
            .Any(part => part.Length > 0 && words.Contains($" {part} ", StringComparison.Ordinal));
    }

    private static List<string> Words(string text) => [.. Tokenizer.Tokenize(text).Select(token => Folding.Fold(token.Normal()))];

    private static string Capitalized(string text) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text);
}
