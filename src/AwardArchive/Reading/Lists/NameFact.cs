using System.Text;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Language;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>
/// The fact that a name is: as sure as its least sure word, for one wrong mark makes it another's. What recognition could have taken a word for
/// makes it less sure; where the other reading is nearly as likely and the word is none, it is the other one.
/// </summary>
internal static class NameFact
{
    // Of 180 words of names that no list of words has, whose other reading is in it: from 0.6 on that was right 9 times of 10, below once in 10,
    // for names are no words (Thẻo, Nậy, Lài). What Vietnamese cannot spell (Nehĩa, Nsọc) is misread, but for names as Kăn and Ku of the highlands.
    private const double Likely = 0.6;
    private const double LikelyOfImpossible = 0.1;

    private const char Acute = '\u0301';
    private const char Hook = '\u0309';

    // Recognition takes the hook above for an acute, hardly ever an acute for the hook.
    private const double LikelyHook = 0.15;

    public static Fact Of(TextRun run, RecipientName name, double certainty, string source)
    {
        var words = WordsOf(run, name);
        var value = name.Value.Split(' ');
        var sure = certainty * name.Certainty;
        var least = 1.0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var other = word.Alternatives.Count > 0 ? word.Alternatives[0] : null;
            least = Math.Min(least, word.Confidence * (1 - Math.Min(0.5, other?.Score ?? 0)));
            if (other is null || value.Length != words.Count || name.Kind != RecipientKind.Person || i == 0) continue;
            var isRead = string.Equals(value[i], word.Text.Trim('.', ',', ';'), StringComparison.Ordinal);
            if (isRead && IsOther(value[i], other)) value[i] = other.Text;
        }
        var fact = run.FactAt(name.Start, name.Length, string.Join(' ', value), sure, source);
        return fact with { Confidence = Math.Round(Math.Min(fact.Confidence, least * sure), 3) };
    }

    private static bool IsOther(string word, AlternativeReading other)
    {
        if (Knows(word) || !other.Text.All(char.IsLetter) || !char.IsUpper(other.Text[0])) return false;
        if (IsHookOf(word, other.Text)) return other.Score >= LikelyHook;
        if (!Syllable.IsPossible(word.ToLowerInvariant()) && word[0] != 'K') return Syllable.IsPossible(other.Text.ToLowerInvariant()) && other.Score >= LikelyOfImpossible;
        return Knows(other.Text) && other.Score >= Likely;
    }

    /// <summary>The same letters, an acute in the one and the hook above in the other.</summary>
    private static bool IsHookOf(string word, string other) =>
        word.Normalize(NormalizationForm.FormD).Replace(Acute, Hook) is var hooked && hooked == other.Normalize(NormalizationForm.FormD) && hooked.Contains(Hook, StringComparison.Ordinal);

    private static bool Knows(string word) => Lexicon.Default.Has(NormalForm.OfWord(word));

    private static List<Word> WordsOf(TextRun run, RecipientName name)
    {
        var words = new List<Word>();
        var start = 0;
        foreach (var word in run.Words)
        {
            if (start < name.Start + name.Length && start + word.Text.Length > name.Start) words.Add(word);
            start += word.Text.Length + 1;
        }
        return words;
    }
}
