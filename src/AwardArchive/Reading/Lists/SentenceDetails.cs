using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <param name="Start">In the sentence.</param>
internal sealed record SentenceDetail(string Value, int Start, int Length, double Certainty);

/// <summary>What a sentence says of the person it names, between commas: year of birth, home, post, merit.</summary>
internal sealed record SentenceDetails(SentenceDetail? Birth, SentenceDetail? Home, SentenceDetail? Service, SentenceDetail? Reason, bool IsPosthumous)
{
    private static readonly string[] BirthCues = ["sinh nam", "sinh ngay", "sinh", "sn", "nam sinh"];
    private static readonly string[] HomeCues = ["que quan o", "que quan", "que o", "nguyen quan", "tru quan", "sinh quan", "hien o", "hien cu tru tai", "cu tru tai", "thuong tru tai", "noi o", "dia chi", "tai", "o"];
    private static readonly string[] Units = ["thon", "xa", "huyen", "tinh", "phuong", "thi tran", "ban", "ap", "khu pho", "thi xa", "thanh pho", "tp", "quan", "to dan pho", "xom", "lang", "khom"];
    private static readonly string[] ServiceCues = ["nguyen", "chuc vu", "don vi", "can bo", "bi thu", "chu tich", "pho chu tich", "du kich", "tham gia", "cong tac", "chien si", "xa doi", "dan quan", "co so"];
    private static readonly string[] ReasonCues = ["da co", "co thanh tich", "vi da", "vi co", "da", "co cong", "co"];
    private static readonly string[] DeadCues = ["truy tang", "da mat", "da chet"];

    public static SentenceDetails Read(string text, int from)
    {
        SentenceDetail? birth = null, home = null, service = null, reason = null;
        var isPosthumous = false;
        var goesOn = false;
        foreach (var (start, end, closes) in Parts(text, from))
        {
            var part = text[start..end];
            // Quế is a place, quê the cue.
            var folded = Folding.Fold(part) + " ";
            if (folded.StartsWith("que ", StringComparison.Ordinal) && part.StartsWith("quê", StringComparison.OrdinalIgnoreCase) && CueIn(folded, HomeCues) == 0) folded = $"tai{folded[3..]}";
            isPosthumous |= folded.Contains(DeadCues[0], StringComparison.Ordinal);
            if (birth is null && (CueIn(folded, BirthCues) > 0 || (part.Length <= 10 && part.Any(char.IsAsciiDigit))) && BirthYearText.Of(part) is { } year)
            {
                birth = new(year.Value, start + year.Start, year.Length, year.Certainty);
                // "sinh năm 1932 tại xã A", "sinh năm 1932 quê xã A"
                var tail = start + year.Start + year.Length;
                var rest = Folding.Fold(text[tail..end].TrimStart()) + " ";
                var cue = CueIn(rest, ["que", .. HomeCues]);
                if (cue > 0 && home is null) home = Place(text, tail + (end - tail - text[tail..end].TrimStart().Length) + cue, end);
                goesOn = home is not null && !closes;
            }
            else if (home is null && CueIn(folded, HomeCues) is > 0 and var cue)
            {
                home = Place(text, start + cue, end);
                goesOn = !closes;
            }
            else if (home is null && CueIn(folded, Units) > 0)
            {
                home = Place(text, start, end);
                goesOn = !closes;
            }
            else if (goesOn && IsPlaceGoingOn(part, folded))
            {
                home = Place(text, home!.Start, end);
                goesOn = !closes;
            }
            else
            {
                goesOn = false;
                if (service is null && CueIn(folded, ServiceCues) > 0) service = Whole(text, start, end);
                else if (reason is null && CueIn(folded, ReasonCues) > 0) reason = Whole(text, start, end);
            }
        }
        return new(birth, home, service, reason, isPosthumous);
    }

    /// <summary>The text between signs that divide; <c>Closes</c> when the sign behind it ends more than a comma does.</summary>
    private static IEnumerable<(int Start, int End, bool Closes)> Parts(string text, int from)
    {
        var start = from;
        for (var i = from; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || text[i] is ',' or ';' or '(' or ')' || (text[i] is '.' or ':' && (i + 1 == text.Length || text[i + 1] == ' ') && !IsAbbreviation(text, i));
            if (!isEnd) continue;
            // "quê quán: xã A": the colon belongs to the cue.
            if (i < text.Length && text[i] == ':' && CueIn(Folding.Fold(text[start..i].Trim()) + " ", [.. HomeCues, .. BirthCues]) > 0) continue;
            var (first, last) = (start, i);
            while (first < last && !char.IsLetterOrDigit(text[first])) first++;
            while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
            if (last > first) yield return (first, last, i == text.Length || text[i] is not ',');
            start = i + 1;
        }
    }

    /// <summary>"TP. Huế", "H. Cam Lộ".</summary>
    private static bool IsAbbreviation(string text, int dot) => text[dot] == '.' && dot > 1 && char.IsUpper(text[dot - 1]) && (dot < 2 || !char.IsLower(text[dot - 2]));

    private static bool IsPlaceGoingOn(string part, string folded) =>
        CueIn(folded, Units) > 0 || (char.IsUpper(part[0]) && part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 5 } words && Array.TrueForAll(words, word => char.IsUpper(word[0]) || word is "-" or "–"));

    /// <returns>How many characters the cue takes; 0 where none opens the part.</returns>
    private static int CueIn(string folded, string[] cues)
    {
        foreach (var cue in cues)
        {
            if (folded.StartsWith(cue + " ", StringComparison.Ordinal) || folded.StartsWith(cue + ":", StringComparison.Ordinal)) return cue.Length + 1;
        }
        return 0;
    }

    private static SentenceDetail? Place(string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        return start < end ? new(NormalForm.Of(text[start..end]), start, end - start, 1) : null;
    }

    private static SentenceDetail Whole(string text, int start, int end) => new(NormalForm.Of(text[start..end]), start, end - start, 1);
}
