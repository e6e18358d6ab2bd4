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

    private static Fact FactOf(string value) => new(value, value, 1, new Box(0, 0, 1, 1), 1, "corpus/1");
}
