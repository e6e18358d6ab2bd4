using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// The papers that a document names by number: its legal bases and whatever else it cites, each once, where it is first named. Its own number and
/// that of the paper it is annexed to are none.
/// </summary>
/// <remarks>A law that is cited by its name and day has no number, and is not listed.</remarks>
internal static class CitationRule
{
    private const string Source = "cited-number/1";

    private const string DatesDiffer = "citationDatesDiffer";

    /// <summary>How far behind a number its day may begin.</summary>
    private const int DateWithin = 60;

    /// <param name="pages">All of the document, in order.</param>
    /// <param name="own">Keys (<see cref="DocumentNumber.Key"/>) of numbers that are no citations.</param>
    public static (IReadOnlyList<Fact> Citations, IReadOnlyList<ReadingWarning> Warnings) Read(IEnumerable<PageLayout> pages, IReadOnlySet<string> own)
    {
        var (facts, warnings) = (new List<Fact>(), new List<ReadingWarning>());
        var days = new Dictionary<string, (VietnameseDate? Day, bool Differs)>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (page.Flow is not { } flow) continue;
            foreach (var cited in CitedNumber.Find(flow.Text))
            {
                if (own.Contains(cited.Number.Key)) continue;
                var day = DayBehind(flow.Text, cited.End);
                if (!days.TryGetValue(cited.Number.Key, out var known))
                {
                    days[cited.Number.Key] = (day, false);
                    facts.Add(flow.FactAt(cited.Start, cited.End - cited.Start, cited.Number.ToString(), cited.IsRepaired ? 0.6 : 0.95, Source));
                }
                else if (known.Day is null) days[cited.Number.Key] = (day, known.Differs);
                else if (day is not null && day != known.Day && !known.Differs)
                {
                    // Which of them is right the paper does not say: both stay as they are.
                    days[cited.Number.Key] = (known.Day, true);
                    warnings.Add(new(
                        DatesDiffer, $"Văn bản {cited.Number} được dẫn với hai ngày khác nhau: {known.Day} và {day}.", page.Number,
                        flow.FactAt(cited.Start, cited.End - cited.Start, "", 1, Source).Box));
                }
            }
        }
        return (facts, warnings);
    }

    /// <summary>The day of the paper: "ngày …" next behind its number.</summary>
    public static VietnameseDate? DayBehind(string text, int at)
    {
        var behind = text.Substring(at, Math.Min(DateWithin, text.Length - at));
        if (!Folding.Fold(behind).TrimStart(' ', ',', '(').StartsWith("ngay", StringComparison.Ordinal)) return null;
        return DateMention.FindAll(behind) is [{ Date: { Day: not null } day }, ..] ? day : null;
    }
}
