namespace AwardArchive.Vietnamese;

/// <summary>Dates said with "ngày", "tháng", "năm": each part in figures or in words.</summary>
internal static class DateWords
{
    /// <summary>Heavenly stems: with a branch behind they name a year of the moon's calendar.</summary>
    private static readonly string[] Stems = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];

    private static readonly string[] Branches = ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi", "tị"];

    public static (DateMention? Mention, int Last)? ReadAt(string text, Token[] tokens, int at)
    {
        var reader = new Reader(text, tokens, at);
        var isDay = reader.TryDay();
        var isMonth = reader.TryMonth(isDay);
        var isYear = reader.TryYear(behindMonth: isMonth);
        if ((!isMonth && !isYear) || (isDay && !isMonth)) return null;
        reader.TryLunar();
        var last = reader.At - 1;
        return (reader.Date(isYear), last);
    }

    private ref struct Reader(string text, Token[] tokens, int at)
    {
        private readonly int first = at;
        private int? day;
        private int? month;
        private int? year;
        private bool inWords;
        private bool maybeLunar;
        private bool lunar;

        public int At { get; private set; } = at;

        /// <summary>"ngày 20", "mồng hai", "ngày mồng 2", "ngày rằm"; one number of at most 31.</summary>
        public bool TryDay()
        {
            var next = At;
            if (Is(next, "ngày")) next++;
            var early = Is(next, "mồng", "mùng");
            if (early) next++;
            if (next == At) return false;
            if (Is(next, "rằm"))
            {
                (day, maybeLunar, inWords, At) = (15, true, true, next + 1);
                return true;
            }
            if (Number(next, 2) is not { } number || (early && number.Value > 10)) return false;
            (day, maybeLunar, At) = (number.Value, early, next + number.Tokens);
            return true;
        }

        /// <summary>"tháng 7", "tháng bảy", "tháng giêng", "/7" behind a day.</summary>
        public bool TryMonth(bool behindDay)
        {
            if (behindDay && IsNumberBehindSign(At) && DateFigures.ValueOf(tokens[At], 2) is { } figure)
            {
                (month, At) = (figure, At + 1);
                return true;
            }
            if (!Is(At, "tháng")) return false;
            if (Is(At + 1, "giêng")) return Named(1);
            if (Is(At + 1, "chạp")) return Named(12);
            // "tháng năm 1968": the month was left open, or is May. The year is sure.
            if (Is(At + 1, "năm") && At + 2 < tokens.Length && DateFigures.Year(tokens[At + 2]) is not null)
            {
                At++;
                return true;
            }
            if (Number(At + 1, 2) is not { } number) return false;
            (month, At) = (number.Value, At + 1 + number.Tokens);
            return true;
        }

        /// <summary>"năm 1954", "năm một nghìn …", "năm Mậu Thân"; behind a month also "/1954" and "1954" alone.</summary>
        public bool TryYear(bool behindMonth)
        {
            if (behindMonth && At < tokens.Length && DateFigures.Year(tokens[At]) is { } bare
                && (IsNumberBehindSign(At) || text.AsSpan(tokens[At - 1].End..tokens[At].Start).Trim() is "" or ","))
            {
                (year, At) = (bare, At + 1);
                return true;
            }
            if (!Is(At, "năm")) return TrySignOfYear(At, behindMonth);
            if (At + 1 < tokens.Length && DateFigures.Year(tokens[At + 1]) is { } figures)
            {
                (year, At) = (figures, At + 2);
                return true;
            }
            if (NumberWords.ReadAt(tokens, At + 1) is { Value: >= 1000 } words)
            {
                (year, inWords, At) = (words.Value, true, At + 1 + words.Words);
                return true;
            }
            return TrySignOfYear(At + 1, allowed: true);
        }

        /// <summary>"âm lịch", "(âm lịch)", "Â.L".</summary>
        public void TryLunar()
        {
            if (Is(At, "âm") && Is(At + 1, "lịch")) (lunar, At) = (true, At + 2);
        }

        /// <summary>Null where the calendar has no such date: nothing is repaired.</summary>
        public readonly DateMention? Date(bool hasYear)
        {
            var (start, end) = (tokens[first].Start, tokens[At - 1].End);
            if (lunar) return new(null, DateForm.Lunar, start, end);
            if (!hasYear || year is null) return month is null ? null : new(null, maybeLunar ? DateForm.Lunar : DateForm.WithoutYear, start, end);
            var form = maybeLunar ? DateForm.MaybeLunar : inWords ? DateForm.Words : DateForm.Figures;
            return VietnameseDate.Of(year.Value, month, month is null ? null : day) is { } date ? new(date, form, start, end) : null;
        }

        private bool Named(int number)
        {
            (month, maybeLunar, inWords, At) = (number, true, true, At + 2);
            return true;
        }

        private bool TrySignOfYear(int at, bool allowed)
        {
            if (!allowed || !Is(at, Stems) || !Is(at + 1, Branches)) return false;
            (lunar, At) = (true, at + 2);
            return true;
        }

        private (int Value, int Tokens)? Number(int at, int maxDigits)
        {
            if (at >= tokens.Length) return null;
            if (DateFigures.ValueOf(tokens[at], maxDigits) is { } figures) return (figures, 1);
            if (NumberWords.ReadAt(tokens, at) is not { Value: <= 31 } words) return null;
            inWords = true;
            return words;
        }

        private readonly bool IsNumberBehindSign(int at) =>
            at < tokens.Length && tokens[at].IsNumber && DateFigures.IsJoint(text, tokens[at - 1].End, tokens[at].Start);

        private readonly bool Is(int at, params ReadOnlySpan<string> words) => NumberWords.Is(tokens, at, words);
    }
}
