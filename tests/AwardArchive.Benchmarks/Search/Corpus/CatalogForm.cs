using AwardArchive.Archive;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <summary>A paper of the corpus as a row of the catalog, through with recognition and reading.</summary>
internal static class CatalogForm
{
    public static Document Of(CorpusDocument paper)
    {
        var document = new Document
        {
            Id = paper.Id,
            FileName = $"{paper.Number}.pdf",
            MediaType = "application/pdf",
            Sha256 = paper.Id.ToString("N") + paper.Id.ToString("N"),
            Status = DocumentStatus.Ready,
            PageCount = paper.Pages.Count,
            Facts = new(FactOf(paper.KindName), FactOf(paper.Number), FactOf(paper.Symbol), FactOf(paper.IssuedOn), FactOf(paper.Title)),
        };
        document.Pages.AddRange(paper.Pages.Select((text, i) => new Page { DocumentId = paper.Id, Number = i + 1, Status = PageStatus.Recognized, Text = text }));
        return document;
    }

    /// <summary>The rows of its list; the page of a row is the first that has the name.</summary>
    public static IEnumerable<Entry> EntriesOf(CorpusDocument paper) => paper.People.Select((person, i) =>
    {
        var page = Math.Max(1, Enumerable.Range(1, paper.Pages.Count).FirstOrDefault(number => paper.Pages[number - 1].Contains(person.Printed, StringComparison.Ordinal)));
        return Entry.Of(paper.Id, i + 1, new(FactOf(person.Printed), page, new Box(0, i, 1, 1))
        {
            BirthYear = FactOf($"{person.BirthYear}"),
            HomePlace = FactOf($"xã {person.Commune}, huyện {person.District}"),
        });
    });

    private static Fact FactOf(string value) => new(value, value, 1, new Box(0, 0, 1, 1), 1, "corpus/1");
}
