using AwardArchive.Indexing.Suggestions;
using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace AwardArchive.Tests.Indexing.Suggestions;

public sealed class PrefixTopsTests
{
    private const string Field = "suggestion";

    [Fact]
    public void A_busy_prefix_has_its_most_frequent_terms() => Gen.Select(Gen.Int[1, 4], Gen.Int[PrefixTops.Many + 1, 3 * PrefixTops.Many], Gen.Int[0, int.MaxValue])
        .Sample(
            (letters, count, seed) =>
            {
                var random = new Random(seed);
                var terms = new Dictionary<string, int>();
                while (terms.Count < count)
                    terms[string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)('a' + random.Next(letters))))  + random.Next(count * 10)] = random.Next(1, 4);
                using var directory = new RAMDirectory();
                using var reader = Index(directory, terms);
                var tops = PrefixTops.Of(reader.GetTerms(Field));
                foreach (var prefix in terms.Keys.SelectMany(term => Enumerable.Range(1, term.Length).Select(length => term[..length])).Distinct())
                {
                    var under = terms.Where(term => term.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
                    var found = tops.Find(new BytesRef(prefix));
                    if (under.Count <= PrefixTops.Many)
                    {
                        Assert.Null(found);
                        Assert.Equal(under.Count, PrefixTops.Read(reader.GetTerms(Field), new BytesRef(prefix)).Count);
                        continue;
                    }
                    var expected = under.Select(term => term.Value).OrderDescending().Take(found!.Count);
                    Assert.Equal(expected, found.Select(term => term.Documents));
                    Assert.All(found, term => Assert.Equal(terms[term.Term.Utf8ToString()], term.Documents));
                }
            },
            iter: 8);

    [Fact]
    public void A_field_without_terms_has_no_tops() => Assert.Empty(PrefixTops.Read(Index(new RAMDirectory(), new() { ["a"] = 1 }).GetTerms(Field), new BytesRef("b")));

    private static AtomicReader Index(RAMDirectory directory, Dictionary<string, int> terms)
    {
        using (var writer = new IndexWriter(directory, new(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            for (var document = 0; document < terms.Values.Max(); document++)
            {
                var indexed = new Document();
                foreach (var (term, count) in terms)
                {
                    if (document < count) indexed.Add(new StringField(Field, term, Lucene.Net.Documents.Field.Store.NO));
                }
                writer.AddDocument(indexed);
            }
            writer.ForceMerge(1);
        }
        return DirectoryReader.Open(directory).Leaves.Single().AtomicReader;
    }
}
