namespace AwardArchive.Search;

/// <summary>A raise of the score by a phrase, found out document by document: its places are dear to read.</summary>
/// <param name="having">Documents with a word at every place.</param>
/// <param name="phrase">Raises the score where it stands.</param>
/// <param name="lengths">Of the documents.</param>
/// <param name="bm25">What it raises by.</param>
/// <param name="constant">What it raises by instead; null for BM25.</param>
/// <param name="around">What must have matched for it to count.</param>
internal sealed class RareAddition(WindowClause having, PhraseMatcher phrase, float[] lengths, Bm25 bm25, float? constant, IReadOnlyList<ulong[]> around)
{
    private readonly DocWindow candidates = new();

    /// <param name="start">First document of the window that is asked about from now on.</param>
    /// <param name="matching">Nothing else is asked about.</param>
    public void BeginWindow(int start, DocWindow matching)
    {
        if (!having.Fill(start, candidates, matching)) candidates.Clear();
        foreach (var matched in around)
        {
            for (var i = 0; i < matched.Length; i++) candidates.Docs[i] &= matched[i];
        }
    }

    /// <summary>The most that a document can be raised by.</summary>
    public float MostFor(int inWindow) => candidates.Has(inWindow) ? constant ?? bm25.Most : 0;

    /// <param name="doc">Greater than at the last call.</param>
    public float ScoreOf(int doc)
    {
        var frequency = phrase.FrequencyIn(doc);
        return frequency == 0 ? 0 : constant ?? bm25.Score(frequency, lengths[doc]);
    }
}
