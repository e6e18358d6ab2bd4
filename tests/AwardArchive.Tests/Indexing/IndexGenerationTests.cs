using AwardArchive.Archive;
using AwardArchive.Indexing;
using CsCheck;
using Lucene.Net.Index;

namespace AwardArchive.Tests.Indexing;

/// <summary>Shelves by themselves: each paper is on one, whenever somebody looks and whenever the process is killed.</summary>
public sealed class IndexGenerationTests : IDisposable
{
    private static readonly Guid Catalog = Guid.NewGuid();

    private static readonly Guid[] Groups = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    private static readonly AccessClass[] Classes =
    [
        AccessClass.Open, AccessClass.Of(Confidentiality.Secret, []), AccessClass.Of(Confidentiality.UltraSecret, []), AccessClass.Of(Confidentiality.Open, [Groups[0]]),
        AccessClass.Of(Confidentiality.Open, [Groups[1], Groups[0]]), AccessClass.Of(Confidentiality.Secret, [Groups[2]]),
    ];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DirectoryInfo Index => new(folder.File("1"));

    [Fact]
    public void A_class_is_written_and_read_back_whatever_the_order_of_its_groups()
    {
        foreach (var access in Classes)
        {
            Assert.Equal(access, AccessClass.Parse(access.Key));
            Assert.Equal(access, AccessClass.Of(access.Level, access.Groups.Reverse()));
        }
        Assert.Equal(Classes.Length, Classes.Distinct().Count());
    }

    [Fact]
    public void Each_sight_has_a_view_of_its_shelves_that_is_made_once()
    {
        using var index = NewIndex();
        var ids = Classes.Select(access => Put(index, Guid.CreateVersion7(), access)).ToList();
        index.Refresh();
        Assert.Equal(ids.Order(), Seen(index, Sight.Everything));
        Assert.Equal([], Seen(index, Sight.Nothing));
        Assert.Equal([ids[0]], Seen(index, Sight.Of(Confidentiality.Open, [])));
        Assert.Equal(new[] { ids[0], ids[1], ids[2] }.Order(), Seen(index, Sight.Of(Confidentiality.UltraSecret, [])));
        Assert.Equal(new[] { ids[0], ids[3], ids[4] }.Order(), Seen(index, Sight.Of(Confidentiality.Open, [Groups[0], Groups[2]])));
        Assert.Equal(new[] { ids[0], ids[1], ids[5] }.Order(), Seen(index, Sight.Of(Confidentiality.TopSecret, [Groups[2]])));

        using var one = index.Acquire(Sight.Of(Confidentiality.UltraSecret, []));
        using var other = index.Acquire(Sight.Of(Confidentiality.UltraSecret, [Guid.NewGuid()]));
        Assert.Same(one.Searcher, other.Searcher);
        using var open = index.Acquire(Sight.Of(Confidentiality.Open, []));
        Assert.IsAssignableFrom<DirectoryReader>(open.Searcher.IndexReader);
    }

    [Fact]
    public async Task Whoever_looks_sees_a_paper_once_while_it_moves()
    {
        using var index = NewIndex();
        var id = Put(index, Guid.CreateVersion7(), AccessClass.Open);
        index.Refresh();
        using var ended = new CancellationTokenSource();
        var looks = Task.Run(
            () =>
            {
                var count = 0;
                for (; !ended.IsCancellationRequested; count++) Assert.Equal([id], Seen(index, Sight.Everything));
                return count;
            },
            Stop);
        for (var i = 1; i <= 300; i++)
        {
            Put(index, id, Classes[i % Classes.Length]);
            index.Refresh();
            if (i % 50 == 0) index.Commit();
        }
        await ended.CancelAsync();
        Assert.True(await looks > 0);
        Assert.Equal([id], Seen(index, Sight.Everything));
    }

    [Fact]
    public void A_kill_between_the_commits_of_shelves_leaves_each_paper_where_it_was_committed_last()
    {
        var operation = Gen.Select(Gen.Int[0, 11], Gen.Int[-1, Classes.Length - 1]);
        Gen.Select(operation.Array[1, 25], operation.Array[1, 25], Gen.Bool.Array[Classes.Length]).Sample(
            (before, after, survived) =>
            {
                using var place = new TemporaryFolder();
                var ids = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToArray();
                var stands = new SortedDictionary<Guid, AccessClass>();
                Directory.CreateDirectory(place.File("now"));
                using (var index = IndexGeneration.Create("now", new(place.File("now")), Catalog, ramBufferMiB: 1))
                {
                    Do(index, before, ids, stands, reached: 7);
                    CopyFolder(place.File("now"), place.File("killed"));
                    Do(index, after, ids, [], reached: 9);
                }
                // The open shelf is committed last: it is as it was, of the others any may be further.
                foreach (var (access, _) in Classes.Zip(survived).Skip(1).Where(shelf => shelf.Second))
                {
                    var further = Shelf.FolderOf(access, new(place.File("now"))).FullName;
                    if (!Directory.Exists(further)) continue;
                    var killed = Shelf.FolderOf(access, new(place.File("killed"))).FullName;
                    if (Directory.Exists(killed)) Directory.Delete(killed, recursive: true);
                    CopyFolder(further, killed);
                }
                AssertStands(place.File("killed"), stands);
                using (var index = IndexGeneration.Open("killed", new(place.File("killed")), Catalog, lastChange: 9, ramBufferMiB: 1))
                {
                    Assert.Equal(7, index.Reached);
                    AssertSeen(index, stands);
                    // It goes on from there.
                    Do(index, after, ids, stands, reached: 9);
                }
                using var again = IndexGeneration.Open("killed", new(place.File("killed")), Catalog, lastChange: 9, ramBufferMiB: 1);
                Assert.Equal(9, again.Reached);
                AssertSeen(again, stands);
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public void Of_many_shelves_few_are_ready_for_writing_and_an_empty_one_goes()
    {
        using var index = NewIndex();
        var classes = Enumerable.Range(0, 40).Select(_ => AccessClass.Of(Confidentiality.Open, [Guid.NewGuid()])).ToList();
        var ids = classes.ConvertAll(access => Put(index, Guid.CreateVersion7(), access));
        Assert.True(index.IsWide);
        index.Refresh();
        index.Commit();
        Assert.False(index.IsWide);
        Assert.Equal(ids.Order(), Seen(index, Sight.Everything));

        for (var i = 0; i < 30; i++) Put(index, ids[i], classes[39]); // from shelves that nobody is writing to
        index.Refresh();
        index.Commit();
        Assert.Equal(ids.Order(), Seen(index, Sight.Everything));
        Assert.Equal(ids.Take(30).Append(ids[39]).Order(), Seen(index, Sight.Of(Confidentiality.Open, classes[39].Groups)));
        Assert.Equal(classes.Skip(30).Append(AccessClass.Open).Select(access => Shelf.FolderOf(access, Index).Name).Order(), Index.GetDirectories().Select(shelf => shelf.Name).Order());
    }

    [Fact]
    public async Task What_left_a_shelf_leaves_no_words_there()
    {
        using (var index = NewIndex())
        {
            var id = Put(index, Guid.CreateVersion7(), AccessClass.Open, "lạc");
            Put(index, Guid.CreateVersion7(), AccessClass.Open, "mẹ");
            index.Refresh();
            index.Commit();
            Put(index, id, Classes[1], "lạc");
            index.Refresh();
            index.Commit();
            Assert.True(index.IsPurging);
            Assert.Equal(1, DocumentsWith(index, "=lạc")); // as of any deleted paper, until it is purged
        }
        // A stop in between forgets nothing.
        using var again = IndexGeneration.Open("1", Index, Catalog, lastChange: 9, ramBufferMiB: 1);
        Assert.True(again.IsPurging);
        again.BeginPurge();
        await again.Purge!.WaitAsync(Stop);
        Assert.True(again.EndPurge());
        again.Refresh();
        again.Commit();
        Assert.False(again.IsPurging);
        Assert.Equal(0, DocumentsWith(again, "=lạc"));
        Assert.Equal(1, DocumentsWith(again, "=mẹ"));

        static int DocumentsWith(IndexGeneration index, string word)
        {
            using var lease = index.Acquire(Sight.Of(Confidentiality.Open, []));
            return lease.Searcher.IndexReader.DocFreq(new Term(IndexFields.Text, word));
        }
    }

    public void Dispose() => folder.Dispose();

    private IndexGeneration NewIndex()
    {
        Index.Create();
        return IndexGeneration.Create("1", Index, Catalog, ramBufferMiB: 1);
    }

    private static Guid Put(IndexGeneration index, Guid id, AccessClass access, string text = "mẹ")
    {
        var document = new Document { Id = id, FileName = "a.pdf", MediaType = "application/pdf", Sha256 = "", Status = DocumentStatus.Ready };
        index.Put(id, access, IndexedDocument.Of(document, [new Page { DocumentId = id, Number = 1, Text = text }], []));
        return id;
    }

    private static void Do(IndexGeneration index, (int Paper, int Class)[] operations, Guid[] ids, SortedDictionary<Guid, AccessClass> stands, long reached)
    {
        foreach (var (paper, access) in operations)
        {
            if (access < 0) index.Put(ids[paper], AccessClass.Open, null);
            else Put(index, ids[paper], Classes[access]);
            if (access < 0) stands.Remove(ids[paper]);
            else stands[ids[paper]] = Classes[access];
            if (paper % 3 == 0) index.Refresh();
        }
        index.Reach(reached);
        index.Refresh();
        index.Commit();
    }

    private static void AssertStands(string generation, SortedDictionary<Guid, AccessClass> stands)
    {
        var parent = Directory.GetParent(generation)!.FullName;
        Directory.CreateDirectory(Path.Combine(parent, "index"));
        CopyFolder(generation, Path.Combine(parent, "index", "1"));
        File.WriteAllText(Path.Combine(parent, "index", "current"), "1");
        using var lease = new ReadOnlyIndex(Microsoft.Extensions.Options.Options.Create(new ArchiveOptions { DataFolder = parent })).Acquire();
        Assert.Equal(stands, Stands(lease));
    }

    private static void AssertSeen(IndexGeneration index, SortedDictionary<Guid, AccessClass> stands)
    {
        using var lease = index.Acquire(Sight.Everything);
        Assert.Equal(stands, Stands(lease));
    }

    private static SortedDictionary<Guid, AccessClass> Stands(SearcherLease lease)
    {
        var found = new SortedDictionary<Guid, AccessClass>();
        foreach (var shelf in lease.Shelves)
        {
            foreach (var id in IdsOf(shelf.Reader)) found.Add(id, shelf.Class); // once
        }
        return found;
    }

    private static List<Guid> Seen(IndexGeneration index, Sight sight)
    {
        using var lease = index.Acquire(sight);
        return [.. IdsOf(lease.Searcher.IndexReader).Order()];
    }

    private static IEnumerable<Guid> IdsOf(IndexReader reader) =>
        from leaf in reader.Leaves
        from document in Enumerable.Range(0, leaf.AtomicReader.MaxDoc)
        where leaf.AtomicReader.LiveDocs?.Get(document) != false
        select IndexedDocument.IdOf(leaf.AtomicReader, document);

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var inner in Directory.GetDirectories(from)) CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)));
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
