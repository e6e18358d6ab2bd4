using System.Collections.Concurrent;

namespace AwardArchive.Indexing;

/// <summary>A term and how many words of the text it covers.</summary>
internal readonly record struct WordTerm(string Text, int Words);

/// <summary>The terms of one position.</summary>
internal static class WordTerms
{
    private const int MaxKeptPairs = 200_000;

    private static readonly ConcurrentDictionary<(WordForms, WordForms), string> Pairs = new();
    private static int keptPairs;

    /// <param name="terms">Takes the terms; each is there once.</param>
    /// <param name="text">Of the page.</param>
    /// <param name="word">Index of the word.</param>
    /// <param name="number">Index of the first number that does not begin before the word.</param>
    /// <returns>The same for the next word.</returns>
    public static int AddAll(List<WordTerm> terms, AnalyzedText text, int word, int number)
    {
        var forms = text.Words[word].Forms;
        if (text.Words[word].IsMended) AddMended(terms, forms);
        else AddForms(terms, forms);
        foreach (var reading in text.Words[word].Alternatives) AddForms(terms, reading);
        if (word + 1 < text.Words.Count) AddPairs(terms, text.Words[word], text.Words[word + 1]);
        foreach (var given in PersonNames.GivenNames(text, word)) terms.Add(new(IndexFields.Name(forms.Exact, text.Words[word + given].Exact), given + 1));
        if (number == text.Numbers.Count || text.Numbers[number].First != word) return number;
        terms.Add(new(IndexFields.NumberKey(text.Numbers[number].Key), text.Numbers[number].Count));
        return number + 1;
    }

    private static void AddForms(List<WordTerm> terms, WordForms forms)
    {
        Add(terms, forms.Folded, 1);
        if (forms.IsNumber) return;
        Add(terms, forms.ExactTerm, 1);
    }

    private static void AddMended(List<WordTerm> terms, WordForms forms)
    {
        Add(terms, IndexFields.Mended(forms.Folded), 1);
        Add(terms, IndexFields.Mended(forms.Exact), 1);
    }

    /// <summary>Readings of one word may share a form; there are a handful of terms.</summary>
    private static void Add(List<WordTerm> terms, string term, int words)
    {
        foreach (var known in terms)
        {
            if (known.Text == term) return;
        }
        terms.Add(new(term, words));
    }

    private static void AddPairs(List<WordTerm> terms, AnalyzedWord first, AnalyzedWord second)
    {
        if (!first.IsMended && !second.IsMended) AddPair(terms, first.Forms, second.Forms);
        else if (first.Forms.IsCommon && second.Forms.IsCommon) Add(terms, IndexFields.MendedPair(first.Folded, second.Folded), 2);
        foreach (var reading in first.Alternatives) AddPair(terms, reading, second.Forms);
        foreach (var reading in second.Alternatives) AddPair(terms, first.Forms, reading);
    }

    private static void AddPair(List<WordTerm> terms, WordForms first, WordForms second)
    {
        if (!first.IsCommon || !second.IsCommon) return;
        if (!Pairs.TryGetValue((first, second), out var pair))
        {
            pair = IndexFields.Pair(first.Exact, second.Exact);
            if (Volatile.Read(ref keptPairs) < MaxKeptPairs && Pairs.TryAdd((first, second), pair)) Interlocked.Increment(ref keptPairs);
        }
        Add(terms, pair, 2);
    }
}
