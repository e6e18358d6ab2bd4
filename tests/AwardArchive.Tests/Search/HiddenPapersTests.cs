using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Judged;
using AwardArchive.Demo;
using AwardArchive.Search;
using AwardArchive.Tests.Indexing;
using CsCheck;

namespace AwardArchive.Tests.Search;

/// <summary>Nothing that a search answers tells of papers that somebody may not see: it is as if the archive had never had them.</summary>
public sealed class HiddenPapersTests
{
    private const int Papers = 60;
    private const int Queries = 40;

    private static readonly Guid[] Groups = [Guid.Parse("0190f000-0000-7000-8000-000000000001"), Guid.Parse("0190f000-0000-7000-8000-000000000002")];

    private static readonly Gen<Place> AnyPlace = Gen.Select(
        Gen.Frequency((7, Gen.Const(Confidentiality.Open)), (2, Gen.Const(Confidentiality.Secret)), (1, Gen.Const(Confidentiality.TopSecret))), Gen.Int[-3, 3],
        (level, dossier) => new Place(level, dossier));

    private static readonly Gen<Sight> AnySight = Gen.Select(
        Gen.Enum<Confidentiality>(), Gen.Bool, Gen.Bool,
        (clearance, one, other) => Sight.Of(clearance, [.. one ? [Groups[0]] : Array.Empty<Guid>(), .. other ? [Groups[1]] : Array.Empty<Guid>()]))
        .Where(sight => sight.Clearance < Confidentiality.TopSecret || sight.Groups.Count < Groups.Length); // from the others nothing is hidden

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Two archives, one with all papers, of which some came with another level or into another dossier first, and one with those that are seen at last.</summary>
    [Fact]
    public async Task A_search_answers_as_if_there_never_were_papers_that_are_hidden()
    {
        var cases = Gen.Select(Gen.ULong, AnyPlace.Array[Papers], AnyPlace.Array[Papers], Gen.Int[0, 3].Array[Papers], AnySight);
        var (hidden, told) = (0, 0);
        await cases.SampleAsync(
            async (seed, first, last, moves, sight) =>
            {
                var papers = CorpusGenerator.Generate(seed, int.MaxValue).Take(Papers).ToList();
                var entries = papers.SelectMany(CatalogForm.EntriesOf).ToLookup(entry => entry.DocumentId);
                // Of a paper that is seen before and after, the index remembers for a while that there was another state: that is history of what is seen.
                Place[] before = [.. last.Select((place, i) => moves[i] == 0 && !(ClassOf(first[i]).IsSeenBy(sight) && ClassOf(place).IsSeenBy(sight)) ? first[i] : place)];
                var seen = Enumerable.Range(0, Papers).Where(i => ClassOf(last[i]).IsSeenBy(sight)).ToList();
                await using var whole = await FillAsync(papers, entries, [.. Enumerable.Range(0, Papers)], before);
                for (var i = 0; i < Papers; i++)
                {
                    if (before[i] == last[i]) continue;
                    var place = last[i];
                    Assert.True(await whole.Catalog.EditAsync(papers[i].Id, 1, document => place.Put(document), Stop));
                }
                await whole.Follower.FlushAsync(Stop);
                await using var without = await FillAsync(papers, entries, seen, last);

                var random = new SplitMix64(seed);
                for (var i = 0; i < Queries; i++)
                {
                    var request = RequestFor(papers, random);
                    Answer all;
                    using (Actor.Use(Actor.System)) all = await AnswersAsync(whole, request, papers);
                    using var _ = Actor.Use(Actor.Nobody with { Sight = sight });
                    var answer = await AnswersAsync(whole, request, papers);
                    var expected = await AnswersAsync(without, request, papers);
                    Assert.Equal(expected.Text, answer.Text);
                    Assert.All(expected.Scores.Zip(answer.Scores), pair => Assert.Equal(pair.First.Score, pair.Second.Score, tolerance: 1e-5f * (1 + pair.First.Score)));
                    if (answer.Text != all.Text) told++;
                }
                hidden += Papers - seen.Count;
            },
            iter: 4, threads: 1);
        // Whoever sees everything is answered otherwise: there was something to hide, and it was asked about.
        Assert.True(hidden > 0 && told > 0, $"{hidden} papers hidden, {told} answers differ");
    }

    private static AccessClass ClassOf(Place place) => AccessClass.Of(place.Level, place.Dossier switch { 1 => [Groups[0]], 2 => [Groups[1]], 3 => Groups, _ => [] });

    private static async Task<SearchableArchive> FillAsync(List<CorpusDocument> papers, ILookup<Guid, Entry> entries, List<int> which, Place[] places)
    {
        var archive = await SearchableArchive.OpenAsync(follow: false);
        await using (var db = await archive.OpenCatalogAsync())
        {
            foreach (var (i, group) in Groups.Index()) db.Groups.Add(new() { Id = group, Name = $"Nhóm {i}" });
            for (var i = 0; i <= 3; i++) db.Dossiers.Add(new() { Id = Place.DossierOf(i), Title = $"Hồ sơ {i}", Place = new(i == 0 ? null : $"Phông {i}", null, null, null, null) });
            await db.SaveChangesAsync(Stop);
            db.CollectionGrants.AddRange(
                new() { Id = Guid.CreateVersion7(), GroupId = Groups[0], DossierId = Place.DossierOf(1) }, new() { Id = Guid.CreateVersion7(), GroupId = Groups[1], FondsKey = "PHÔNG 2" },
                new() { Id = Guid.CreateVersion7(), GroupId = Groups[0], FondsKey = "PHÔNG 3" }, new() { Id = Guid.CreateVersion7(), GroupId = Groups[1], DossierId = Place.DossierOf(3) });
            foreach (var i in which)
            {
                var document = CatalogForm.Of(papers[i]);
                document.Version = 1;
                places[i].Put(document);
                db.Add(document);
                db.AddRange(entries[document.Id]);
                db.Changes.Add(new() { DocumentId = document.Id });
            }
            await db.SaveChangesAsync(Stop);
        }
        await archive.StartAsync();
        return archive;
    }

    /// <summary>All that can be asked by words, but for the time it took.</summary>
    private static async Task<Answer> AnswersAsync(SearchableArchive archive, SearchRequest request, List<CorpusDocument> papers)
    {
        var found = await archive.Searcher.SearchAsync(request, Stop);
        var next = found.NextCursor is { } cursor ? await archive.Searcher.SearchAsync(request with { Cursor = cursor }, Stop) : null;
        var proposed = archive.Suggester.Find(request.Q![..Math.Min(request.Q!.Length, 6)]);
        var similar = await archive.Similar.FindAsync(papers[request.Q!.Length % papers.Count].Id, papers.Count, Stop);
        List<(Guid, float)> scores = [.. found.Hits.Select(hit => (hit.DocumentId, hit.Score)), .. similar?.Items.Select(item => (item.DocumentId, item.Score)) ?? []];
        // The last digits of sums depend on how segments are cut; so does the order of what is alike in all others.
        IReadOnlyList<SearchHit> hits = [.. found.Hits.Select(hit => hit with { Score = 0 })];
        if (request.Sort is null) hits = [.. hits.OrderBy(hit => hit.DocumentId)];
        var alike = similar?.Items.Select(item => item with { Score = 0 }).OrderBy(item => item.DocumentId);
        return new(JsonSerializer.Serialize(new { Found = found with { TookMs = 0, Hits = hits }, Next = next is null ? null : next with { TookMs = 0 }, proposed, alike }), [.. scores.OrderBy(score => score.Item1).ThenBy(score => score.Item2)]);
    }

    /// <summary>About any paper, seen or hidden, in the ways in which people ask.</summary>
    private static SearchRequest RequestFor(List<CorpusDocument> papers, SplitMix64 random)
    {
        var paper = papers[random.Between(0, papers.Count - 1)];
        string[] words = [.. paper.Pages[random.Between(0, paper.Pages.Count - 1)].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
        var at = random.Between(0, Math.Max(0, words.Length - 4));
        var some = string.Join(' ', words.Skip(at).Take(random.Between(1, 3)));
        var name = paper.People.Count > 0 ? paper.People[random.Between(0, paper.People.Count - 1)].Name : some;
        var text = random.Between(0, 9) switch
        {
            0 => some,
            1 => $"\"{some.Replace("\"", "", StringComparison.Ordinal)}\"",
            2 => WordForms.WithoutMarks(some),
            3 => name,
            4 => OcrNoise.MisreadLetter(name, random) ?? name,
            5 => $"người:\"{name}\"",
            6 => $"{paper.Number}/{paper.Symbol}",
            7 => $"{words[0]} OR {name} -{words[^1]}",
            // A whole word as a beginning: of one or two letters only the first 64 words of a segment are looked up on the pages, and which these are depends on how segments are cut.
            8 => name + "*",
            _ => paper.Title,
        };
        var isByDate = random.Between(0, 3) == 0;
        return new(text, Size: isByDate ? 5 : papers.Count, Sort: isByDate ? SearchSort.Newest : null, Kind: random.Between(0, 5) == 0 ? paper.KindName : null);
    }

    private sealed record Answer(string Text, IReadOnlyList<(Guid Id, float Score)> Scores);

    /// <param name="Dossier">Below 0: in none; 0: in an open one; above: in one that is granted.</param>
    private sealed record Place(Confidentiality Level, int Dossier)
    {
        public static Guid DossierOf(int number) => Guid.Parse($"0190f000-0000-7000-8000-00000000010{number}");

        public void Put(Document document) => (document.Confidentiality, document.DossierId) = (Level, Dossier < 0 ? null : DossierOf(Dossier));
    }
}
