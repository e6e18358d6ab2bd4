using System.Globalization;

namespace AwardArchive.Recognition.Language;

/// <summary>The numbers at the heads of a list's rows that were not read as digits: rows count up, so that the one before or the one after tells them.</summary>
internal static class RowNumbers
{
    // Higher numbers stand in columns of their own.
    private const int Longest = 3;

    // In heights of a number, between the middles of two: they are flush left, flush right or centered in their column.
    private const double SameColumn = 1.5;

    /// <returns>For the index of a word its text in digits.</returns>
    public static IReadOnlyDictionary<int, string> Of(WordsInContext page)
    {
        var heads = Enumerable.Range(0, page.Words.Count)
            .Where(i => i == 0 || page.Words[i].Line != page.Words[i - 1].Line)
            .Select(i => new Head(i, page.Words[i], Readings(page.Words[i].Text)))
            .Where(head => head.Readings.Count > 0).ToList();
        var numbers = new Dictionary<int, string>();
        for (var k = 0; k < heads.Count; k++)
        {
            var head = heads[k];
            if (head.IsOfDigits || MayBeSection(page, head)) continue;
            var told = head.Readings.Where(reading => IsBeside(k - 1, reading.Number - 1) || IsBeside(k + 1, reading.Number + 1)).ToList();
            if (told.Count == 1) numbers[head.Index] = told[0].Text;

            bool IsBeside(int other, int number) =>
                other >= 0 && other < heads.Count && heads[other].IsNumber && head.StandsInColumnOf(heads[other]) && heads[other].Readings.Exists(reading => reading.Number == number);
        }
        return numbers;
    }

    /// <summary>Chapters count in Roman numbers, and their headings are in capitals.</summary>
    private static bool MayBeSection(WordsInContext page, Head head) =>
        head.Word.Text.EndsWith('.') && NumberReadings.MayBeRoman(head.Word.Text)
        && head.Index + 1 < page.Words.Count && page.Words[head.Index + 1].Line == head.Word.Line && page.Cores[head.Index + 1].IsInCapitals;

    private static List<(string Text, int Number)> Readings(string text)
    {
        var length = text.TrimEnd('.', ')', ':').Length;
        if (length is 0 or > Longest) return [];
        return [.. NumberReadings.InDigits(text)
            .Where(reading => reading[..length].All(char.IsAsciiDigit))
            .Select(reading => (reading, int.Parse(reading.AsSpan(0, length), CultureInfo.InvariantCulture)))];
    }

    private sealed record Head(int Index, Word Word, List<(string Text, int Number)> Readings)
    {
        public bool IsOfDigits => Readings.Count == 1 && Readings[0].Text == Word.Text;

        /// <summary>Not one that may be a code: a column of T2, T3, T4 tells nothing.</summary>
        public bool IsNumber => IsOfDigits || NumberReadings.IsOfDigitsAndStrokes(Word.Text);

        public bool StandsInColumnOf(Head other) =>
            Math.Abs(Middle(Word) - Middle(other.Word)) <= SameColumn * Math.Min(Word.Height, other.Word.Height);

        private static double Middle(Word word) => word.X + (word.Width / 2.0);
    }
}
