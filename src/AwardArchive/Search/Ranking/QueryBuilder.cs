using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace AwardArchive.Search;

/// <summary>A plan in Lucene's words: what must match, and what ranks a match higher.</summary>
/// <remarks>
/// BM25 over the text, in which the paper's number and title stand several times. On top of it words that stand side by side as typed, and
/// names that stand together. Weights are held by judged queries: see docs/decisions.
/// </remarks>
internal sealed class QueryBuilder(QueryPlan plan, Deadline deadline)
{
    private const float OtherSpelling = 0.4f;
    private const float SimilarWeight = 0.3f;
    private const float SameMarksWeight = 0.5f;
    private const float NumberWeight = 6f;
    private const float PairWeight = 0.6f;
    private const float WholePhraseWeight = 1f;
    private const float ScatteredName = 0.1f;
    private const float MarksInMost = 0.3f;
    private const float AboveMost = 3f;

    /// <summary>In a long query the missing of a word says little: what has all of them is only a little better.</summary>
    private const float AboveMostOfLong = 0.2f;

    /// <summary>Words that look like one word; more would be noise.</summary>
    private const int MaxSimilar = 24;

    /// <summary>Pairs of neighbours that are looked for; each costs a list of documents.</summary>
    private const int MaxPairs = 8;

    /// <summary>Spellings of a pair that rank; the first is nearly all of it.</summary>
    private const int MaxPairSpellings = 3;

    /// <summary>Most words of a query that "as many as there are" asks for at least.</summary>
    private const double ShareOfTelling = 0.34;

    /// <summary>A word in more than this share of the documents tells little: it ranks, but need not be there.</summary>
    private const double ShareOfCommon = 0.2;

    private readonly PhraseTerms phrases = new(plan);
    private readonly NameRanking names = new(plan, deadline);

    public Query Build()
    {
        var all = new BooleanQuery(disableCoord: true);
        var query = plan.Query;
        if (query.Required.Count == 0) all.Add(new MatchAllDocsQuery(), Occur.MUST);
        else if (plan.Mode == MatchMode.Most) all.Add(MostAfterLead(), Occur.MUST);
        else AddAll(all);
        foreach (var part in query.Excluded) all.Add(Of(part), Occur.MUST_NOT);
        return all;
    }

    private void AddAll(BooleanQuery all)
    {
        var query = plan.Query;
        var name = plan.Mode is MatchMode.All or MatchMode.Similar ? plan.Reading.Running.Name : [];
        foreach (var part in query.Required)
        {
            if (!IsOfName(part, name)) all.Add(Of(part), Occur.MUST);
        }
        if (name.Count > 1)
        {
            // A name that stands together is a hit though one of its words is misread; the other words must be there as always.
            var either = new BooleanQuery(disableCoord: true);
            var strict = new BooleanQuery(disableCoord: true);
            foreach (var part in query.Required)
            {
                if (IsOfName(part, name)) strict.Add(Of(part), Occur.MUST);
            }
            // How the name stands decides, the words alone hardly anything.
            either.Add(Boosted(strict, ScatteredName), Occur.SHOULD);
            either.Add(names.Together(name), Occur.SHOULD);
            all.Add(either, Occur.MUST);
        }
        foreach (var pair in Pairs([.. plan.Reading.Running.Words.Except(name)])) all.Add(pair, Occur.SHOULD);
        AddWhole(all, plan.Reading.Running.Words, name);
        if (query.Required is [WordsPart { Form: WordForm.Plain, Words: [{ HasMarks: false, Forms.IsNumber: false } bare] }] && plan.Mode == MatchMode.All)
            all.Add(Boosted(plan.Vocabulary.QueryOf(bare.Forms.ExactTerm), SameMarksWeight), Occur.SHOULD);
    }

    /// <summary>
    /// All words side by side as typed, above what they can give scattered: pairs alone would let a title that has most of them often
    /// (<c>Huy chương Kháng chiến</c>) pass before the paper that has them all (<c>Huân chương Kháng chiến</c>).
    /// </summary>
    private void AddWhole(BooleanQuery all, IReadOnlyList<SearchWord> words, IReadOnlyList<SearchWord> name)
    {
        if (words.Count is < 2 or > MaxPairs || words.Count == name.Count) return;
        all.Add(Constant(phrases.Of(words, plan.Reading.IgnoresMarks, MaxPairSpellings), WholePhraseWeight * names.WeightOf(words)), Occur.SHOULD);
    }

    private static bool IsOfName(QueryPart part, IReadOnlyList<SearchWord> name) =>
        name.Count > 1 && part is WordsPart { Form: WordForm.Plain } word && name.Contains(word.Words[0]);

    private Query MostAfterLead()
    {
        var most = Most();
        if (plan.Reading.Lead is not { } lead) return most;
        var first = new BooleanQuery(disableCoord: true);
        new QueryBuilder(new(plan.Reading with { Mode = lead, Lead = null }, plan.Vocabulary), deadline).AddAll(first);
        // Above all that most words can give: what they score is bounded.
        first.Add(Constant(new MatchAllDocsQuery(), (plan.Query.IsLong ? AboveMostOfLong : AboveMost) * names.WeightOf(plan.Query.Leaves.SelectMany(part => part.Words))), Occur.MUST);
        var either = new BooleanQuery(disableCoord: true) { { first, Occur.SHOULD }, { most, Occur.SHOULD } };
        return either;
    }

    /// <summary>Telling words: some must be there. Common ones only rank. Facts of the document are conditions still.</summary>
    private BooleanQuery Most()
    {
        var all = new BooleanQuery(disableCoord: true);
        var telling = new BooleanQuery(disableCoord: true);
        var common = new List<Query>();
        foreach (var part in plan.Query.Typed)
        {
            var word = part is WordsPart { Words: [var only], Form: WordForm.Plain } ? only : null;
            var documents = word is null ? 1 : plan.FoldedTermsOf(word).Max(plan.Vocabulary.DocumentsWith);
            if (!part.IsOfText) all.Add(Of(part), Occur.MUST);
            else if (documents > ShareOfCommon * plan.Vocabulary.Documents) common.Add(InMost(part, word));
            else if (documents > 0) telling.Add(InMost(part, word), Occur.SHOULD);
        }
        if (telling.Clauses.Count == 0)
        {
            foreach (var query in common) telling.Add(query, Occur.SHOULD);
            common.Clear();
        }
        // Of the words as typed: another name of common words is in few papers and would ask for more than they do.
        telling.MinimumNumberShouldMatch = Math.Max(1, (int)(telling.Clauses.Count * ShareOfTelling));
        foreach (var synonym in plan.Query.Required.OfType<SpanPart>().SelectMany(span => span.Synonyms)) telling.Add(Boosted(Of(synonym.Words), synonym.Weight), Occur.SHOULD);
        if (plan.Reading.Running.Name.Count > 1) telling.Add(names.Together(plan.Reading.Running.Name), Occur.SHOULD);
        all.Add(telling, Occur.MUST);
        foreach (var query in common) all.Add(query, Occur.SHOULD);
        foreach (var pair in Pairs(plan.Reading.Running.Words)) all.Add(pair, Occur.SHOULD);
        return all;
    }

    /// <summary>Whatever the marks, those typed a little before others.</summary>
    private Query InMost(QueryPart part, SearchWord? word)
    {
        if (word is null || !word.HasMarks) return Of(part);
        return new BooleanQuery(disableCoord: true)
        {
            { Boosted(Spelled(plan.FoldedTermsOf(word), OtherSpelling), 1 - MarksInMost), Occur.SHOULD },
            { Boosted(plan.Vocabulary.QueryOf(word.Forms.ExactTerm), MarksInMost), Occur.SHOULD },
        };
    }

    private Query Of(QueryPart part) => part switch
    {
        WordsPart words => Of(words),
        NearPart near => Of(near),
        AnyPart any => AnyOf(any.Parts.Select(Of)),
        GroupPart group => Of(group),
        SpanPart span => Of(span),
        FieldPart field => Of(field),
        _ => throw new InvalidOperationException($"{part.GetType().Name} has no query."),
    };

    private Query Of(WordsPart part)
    {
        if (part.Form == WordForm.Prefix) return Beginnings.Of(part.Words[0], plan.Vocabulary, deadline);
        var words = part is { Words: [var word], Form: not WordForm.Phrase } ? Of(word, part.Form == WordForm.Fuzzy) : phrases.Of(part.Words, plan.Reading.IgnoresMarks);
        if (part.NumberKey is not { } key) return words;
        var either = new DisjunctionMaxQuery(0.1f)
        {
            words,
            plan.Vocabulary.QueryOf(IndexFields.NumberKey(key)),
            Boosted(new TermQuery(new Term(IndexFields.Number, key)), NumberWeight),
        };
        return either;
    }

    private Query Of(SearchWord word, bool isFuzzy)
    {
        var terms = isFuzzy ? [word.Folded] : plan.TermsOf(word);
        IReadOnlyList<SimilarWord> similar = isFuzzy || plan.Mode == MatchMode.Similar ? [.. plan.SimilarTo(word).Take(MaxSimilar)] : [];
        var spelled = Spelled(terms, OtherSpelling);
        if (similar.Count == 0) return spelled;
        var any = new BooleanQuery(disableCoord: true) { { spelled, Occur.SHOULD } };
        any.Add(AnyTerm([.. similar.Select(other => other.Folded)], SimilarWeight * names.WeightOf([word])), Occur.SHOULD);
        return any;
    }

    /// <summary>The first of some spellings as BM25 ranks it. The others by its weight: the rarer a misreading, the higher BM25 would rank it.</summary>
    private Query Spelled(IReadOnlyList<string> terms, float otherWeight)
    {
        var first = plan.Vocabulary.QueryOf(terms[0]);
        if (terms.Count == 1) return first;
        return new DisjunctionMaxQuery(0f)
        {
            first,
            AnyTerm([.. terms.Skip(1)], otherWeight * names.WeightOf(terms.Max(plan.Vocabulary.DocumentsWith))),
        };
    }

    private SpanNearQuery Of(NearPart near) => new([SpanOf(near.First), SpanOf(near.Second)], near.Distance, inOrder: false);

    private SpanQuery SpanOf(WordsPart part)
    {
        var words = part.Words.Select(word => new SpanOrQuery([.. plan.TermsOf(word).Select(term => new SpanTermQuery(new Term(IndexFields.Text, term)))])).ToArray();
        return words.Length == 1 ? words[0] : new SpanNearQuery([.. words], slop: 0, inOrder: true);
    }

    private BooleanQuery Of(GroupPart group)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var part in group.Required) all.Add(Of(part), Occur.MUST);
        foreach (var part in group.Excluded) all.Add(Of(part), Occur.MUST_NOT);
        return all;
    }

    private BooleanQuery Of(SpanPart span)
    {
        var typed = new BooleanQuery(disableCoord: true);
        foreach (var word in span.Typed) typed.Add(Of(word), Occur.MUST);
        return OrSynonyms(typed, span.Synonyms);
    }

    private BooleanQuery OrSynonyms(Query typed, IReadOnlyList<Synonym> synonyms)
    {
        var either = new BooleanQuery(disableCoord: true) { { typed, Occur.SHOULD } };
        foreach (var synonym in synonyms) either.Add(Boosted(Of(synonym.Words), synonym.Weight), Occur.SHOULD);
        return either;
    }

    private Query Of(FieldPart part) => part.Field switch
    {
        QueryField.Year => Constant(NumericRangeQuery.NewInt32Range(IndexFields.Year, part.From, part.To, minInclusive: true, maxInclusive: true), 0),
        QueryField.Number => Constant(new TermQuery(new Term(IndexFields.Number, string.Concat(part.Words!.Words.Select(word => word.Folded)).TrimStart('0'))), 0),
        QueryField.Kind => Constant(new TermQuery(new Term(IndexFields.Kind, string.Join(' ', part.Words!.Words.Select(word => word.Folded)))), 0),
        QueryField.Person => OfPerson(part.Words!),
        _ => part.Synonyms.Count == 0 ? Of(part.Words!) : OrSynonyms(Of(part.Words!), part.Synonyms),
    };

    /// <summary>Wherever the text has the name; a little before others of the same spelling what has it as that of a person: the text may name a street.</summary>
    private BooleanQuery OfPerson(WordsPart name) => new(disableCoord: true)
    {
        { name.Words.Count > 1 ? names.Together(name.Words) : Of(name), Occur.SHOULD },
        { Constant(new TermQuery(new Term(IndexFields.People, string.Join(' ', name.Words.Select(word => word.Folded)))), NameRanking.AsPerson * names.WeightOf(name.Words)), Occur.SHOULD },
    };

    private IEnumerable<Query> Pairs(IReadOnlyList<SearchWord> words)
    {
        for (var i = 0; i + 1 < words.Count && i < MaxPairs; i++)
        {
            var (first, second) = (words[i], words[i + 1]);
            if (first.Forms.IsCommon && second.Forms.IsCommon)
            {
                var spellings = PhraseTerms.SpellingsOf(plan.Vocabulary, first, second, plan.Reading.IgnoresMarks, MaxPairSpellings);
                if (spellings.Count > 0) yield return Boosted(Spelled(spellings, otherWeight: 1), PairWeight);
            }
            else
            {
                yield return Boosted(new PlacesQuery([new(0, [plan.TermsOf(first)[0]]), new(1, [plan.TermsOf(second)[0]])], slop: 1), PairWeight);
            }
        }
    }

    private static BooleanQuery AnyOf(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries) any.Add(query, Occur.SHOULD);
        return any;
    }

    private static ConstantScoreQuery Constant(Query query, float score) => new(query) { Boost = score };

    private ConstantScoreQuery AnyTerm(string[] terms, float score) => new(new AnyTermFilter(terms, plan.Vocabulary, deadline)) { Boost = score };

    private static Query Boosted(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }
}
