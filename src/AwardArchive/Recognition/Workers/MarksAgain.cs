using AwardArchive.Archive;
using AwardArchive.Recognition.Language;
using AwardArchive.Recognition.Native;
using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Workers;

/// <summary>
/// Words of names that bear marks, looked at once more by themselves on the page as it was scanned. A page is read small, where a tone above a
/// circumflex is two or three pixels; words of the language are told by their neighbors, but nothing else tells <c>Chiểu</c> from <c>Chiếu</c>.
/// </summary>
internal static class MarksAgain
{
    // In heights of the words.
    private const double Margin = 0.4;
    private const double BetweenWords = 1;

    private const int MaxWords = 6;

    // Figures in docs/decisions/0059. Other marks are believed where the second look is sure and hardly less so than the first was; other letters only where
    // it is surer.
    private const double Sure = 0.8;
    private const double LessSure = 0.1;
    private const double SureOfLetters = 0.9;

    // Of the scan, for a third look.
    private const float Smaller = 0.6f;

    // Nearly every name has one of them; they are read right.
    private static readonly HashSet<string> Usual =
        [.. FamilyNames.Common.Append("Văn").Append("Thị").Select(name => NormalForm.OfWord(name))];

    /// <summary>The same words in the same places; of those that change, what was read first is another reading.</summary>
    /// <param name="page">Lying as the words were read.</param>
    /// <param name="regions">Of the page that are no text: ink of a seal is still in these pixels.</param>
    public static IReadOnlyList<Word> Read(IOcrEngine engine, PageImage page, IReadOnlyList<Word> words, IReadOnlyList<PageRegion> regions, RetryBudget budget)
    {
        var names = Find(words, regions);
        if (names.Count == 0) return words;
        using var gray = page.Gray();
        if (gray.IsInvalid) return words;
        var result = words.ToArray();
        foreach (var (from, to) in names)
        {
            if (budget.IsSpent) break;
            var box = Around(words, from, to, page);
            using var cut = MissedText.Cut(gray, box);
            if (Look(cut, 1) is not { } second || second.Count != to - from) continue;
            // Where the two do not agree, and neither is much surer, a third decides.
            var third = Enumerable.Range(from, to - from).Any(i => AreAtOdds(words[i], second[i - from])) ? Look(cut, Smaller) : null;
            for (var i = from; i < to; i++) result[i] = Better(words[i], second[i - from], third?.Count == to - from ? third[i - from] : null);
        }
        return result;

        IReadOnlyList<Word>? Look(PixHandle pixels, float scale)
        {
            if (pixels.IsInvalid) return null;
            using var scaled = scale < 1 ? LeptonicaApi.ScaleDown(pixels, scale, scale) : null;
            if (scaled is { IsInvalid: true }) return null;
            // Boxes are not looked at.
            using var prepared = new PreparedPage(scaled ?? LeptonicaApi.Clone(pixels), page.Resolution, new(1, 1, 0, page.Width, page.Height, null, 1), page);
            return engine.Recognize(prepared, TesseractOcrEngine.Line, budget).Words;
        }
    }

    /// <summary>Stretches of words, each on one line: from the first to behind the last.</summary>
    internal static IReadOnlyList<(int From, int To)> Find(IReadOnlyList<Word> words, IReadOnlyList<PageRegion> regions)
    {
        var found = new List<(int, int)>();
        for (var i = 0; i < words.Count; i++)
        {
            var from = i;
            while (i < words.Count && i - from < MaxWords && IsMarked(words[i]) && (i == from || Follows(words, i))) i++;
            if (i == from) continue;
            var isInName = i - from > 1 || (Follows(words, from) && IsOfName(words[from - 1])) || (Follows(words, i) && IsOfName(words[i]));
            if (isInName && !Enumerable.Range(from, i - from).Any(at => regions.Any(region => MarkBoxes.Gap(region.Box, words[at].Box) <= 0))) found.Add((from, i));
            i--;
        }
        return found;
    }

    /// <summary>The word as it is to be believed after a second look, and a third where those two were at odds.</summary>
    internal static Word Better(Word first, Word second, Word? third = null)
    {
        if (!IsBelieved(first, second) && !(AreAtOdds(first, second) && third is not null && Normal(third) == Normal(second))) return first;
        var (core, other) = (WordCore.Of(first.Text), WordCore.Of(second.Text).Core);
        return first with
        {
            Text = core.With(char.ToUpperInvariant(other[0]) + other[1..].ToLowerInvariant()),
            Confidence = Math.Min(first.Confidence, second.Confidence),
            Alternatives = [new(first.Text, Math.Round(first.Confidence / (first.Confidence + second.Confidence), 4))],
        };
    }

    private static bool IsBelieved(Word first, Word second)
    {
        if (!IsAnother(first, second)) return false;
        var surer = second.Confidence > first.Confidence;
        return HaveSameLetters(first, second)
            ? surer || (second.Confidence >= Sure && second.Confidence > first.Confidence - LessSure)
            : surer && second.Confidence >= SureOfLetters;
    }

    /// <summary>Whether they are the same letters with other marks, and the second is not believed by itself.</summary>
    private static bool AreAtOdds(Word first, Word second) => IsAnother(first, second) && HaveSameLetters(first, second) && !IsBelieved(first, second);

    private static bool IsAnother(Word first, Word second) =>
        WordCore.Of(second.Text).IsWord && Normal(first) != Normal(second) && Syllable.IsPossible(Normal(second));

    private static bool HaveSameLetters(Word first, Word second) => Folding.Fold(Normal(first)) == Folding.Fold(Normal(second));

    private static string Normal(Word word) => NormalForm.OfWord(WordCore.Of(word.Text).Core);

    private static Box Around(IReadOnlyList<Word> words, int from, int to, PageImage page)
    {
        var box = words[from].Box;
        for (var i = from + 1; i < to; i++) box = box.Union(words[i].Box);
        var margin = Margin * box.Height;
        // Half of the way to the next word at most.
        var left = Follows(words, from) ? Math.Max(box.X - margin, (words[from - 1].Box.Right + box.X) / 2.0) : box.X - margin;
        var right = Follows(words, to) ? Math.Min(box.Right + margin, (box.Right + words[to].X) / 2.0) : box.Right + margin;
        return PixelBox.Clip(left, box.Y - margin, right, box.Bottom + margin, 1, page.Width, page.Height);
    }

    /// <summary>Whether a word stands next to the one before it, on its line.</summary>
    private static bool Follows(IReadOnlyList<Word> words, int i) =>
        i > 0 && i < words.Count && words[i].Line == words[i - 1].Line
        && words[i].X - words[i - 1].Box.Right < BetweenWords * words[i - 1].Height && !WordCore.Of(words[i - 1].Text).HasClosingSigns;

    private static bool IsOfName(Word word)
    {
        var core = WordCore.Of(word.Text);
        return core.IsWord && core.IsCapitalized && core.Core.Skip(1).All(char.IsLower);
    }

    private static bool IsMarked(Word word)
    {
        if (!IsOfName(word)) return false;
        var normal = NormalForm.OfWord(WordCore.Of(word.Text).Core);
        return Folding.Fold(normal) != normal && !Usual.Contains(normal);
    }
}
