using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>
/// Recipients named in running text: "Tặng … cho ông Nguyễn Văn A, sinh năm 1932, quê quán …", or numbered lines of that kind. A name counts
/// when a year of birth or a home place follows it; others who are named in a decision carry it out, or sit in a meeting.
/// </summary>
/// <param name="facts">Of the document's head.</param>
internal sealed class TextEntries(DocumentFacts facts)
{
    private const string Source = "named-in-text/1";
    private const double Certainty = 0.95;

    /// <summary>Words of the longest name, with titles.</summary>
    private const int MostWords = 9;

    private static readonly string[] Titles = ["ông", "bà", "mẹ", "cụ", "chí", "sĩ", "sỹ", "anh", "chị", "cô"];

    private static readonly string[] FoldedTitles = [.. Titles.Select(Folding.Fold)];

    /// <summary>Behind "cho" these open no name: who they are a list says.</summary>
    private static readonly string[] Listed = ["co ten", "danh sach", "sau day", "duoi day", "duoc huong"];

    private Fact? award;
    private Fact? awardClass;
    private bool isGiven;
    private bool isListing;

    public IEnumerable<AwardEntry> Read(IReadOnlyList<Paragraph> paragraphs) => paragraphs.SelectMany(Read).ToArray();

    private List<AwardEntry> Read(Paragraph paragraph)
    {
        var run = paragraph.Run;
        var gives = GivenAt(run.Text);
        // The number of an item may be lost: it opens with the form of address, and follows one.
        var isItem = paragraph.IsItem || (isListing && OpensWithTitle(run.Text));
        if (!isItem) isGiven = gives >= 0;
        if (gives >= 0 && AwardNames.Find(run.Text[gives..]) is [var mention, ..])
        {
            award = run.FactAt(gives + mention.Start, mention.Length, mention.Name, Certainty, Source);
            awardClass = mention.Class is { } rank ? run.FactAt(gives + mention.Start, mention.Length, rank, Certainty, Source) : null;
        }
        var entries = new List<AwardEntry>();
        var starts = NameStarts(paragraph, isItem, gives).ToArray();
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1].Start : run.Text.Length;
            if (EntryAt(paragraph, isItem && i == 0, starts[i].Start, end, starts[i].IsBehindGift) is { } entry) entries.Add(entry);
        }
        isListing = isItem && entries.Count > 0;
        return entries;
    }

    private static bool OpensWithTitle(string text) => Tokenizer.Tokenize(text).Take(1).Any(token => token.Start == 0 && IsTitle(text, token));

    /// <summary>Behind the item's number, and behind each title that a large letter follows.</summary>
    private IEnumerable<(int Start, bool IsBehindGift)> NameStarts(Paragraph paragraph, bool isItem, int gives)
    {
        var text = paragraph.Run.Text;
        if (isItem) yield return (paragraph.Begin, isGiven || gives >= 0);
        Token[] tokens = [.. Tokenizer.Tokenize(text)];
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Start < paragraph.Begin + 1 && isItem) continue;
            var word = Folding.Fold(text[tokens[i].Start..tokens[i].End]);
            var isGroup = word is "cho" && gives >= 0;
            if (!isGroup && (!IsTitle(text, tokens[i]) || !char.IsUpper(text[tokens[i + 1].Start]))) continue;
            // Ông Bà, "ông, bà" and "Chị" inside a name: what stands between must be a blank.
            if (text[tokens[i].End..tokens[i + 1].Start].Trim(' ', ':').Length > 0) continue;
            if (isGroup && IsTitle(text, tokens[i + 1])) continue;
            if (!isGroup && i > 0 && char.IsUpper(text[tokens[i].Start]) && char.IsUpper(text[tokens[i - 1].Start]) && text[tokens[i - 1].End..tokens[i].Start] == " ") continue;
            yield return (isGroup ? tokens[i + 1].Start : tokens[i].Start, gives >= 0 && tokens[i].Start > gives);
        }
    }

    private AwardEntry? EntryAt(Paragraph paragraph, bool isItem, int start, int end, bool isGift)
    {
        var run = paragraph.Run;
        var text = run.Text[start..end];
        if (RecipientName.Read(text, isCell: false) is not { } whole) return null;
        var cut = NameLength(text, whole);
        if (cut == 0 || RecipientName.Read(text[..cut], isCell: false) is not { } name) return null;
        var details = SentenceDetails.Read(text, Math.Max(cut, name.Start + name.Length));
        if (!isItem && !isGift) return null;
        if (name.Kind == RecipientKind.Person)
        {
            if (details.Birth is null && !(details.Home is not null && isGift)) return null;
            if (name.Value.IndexOf(' ', StringComparison.Ordinal) < 0) return null;
        }
        else if (!isGift || Array.Exists(Listed, words => Folding.Fold(text).Contains(words, StringComparison.Ordinal)))
        {
            return null;
        }

        var nameRun = name with { Start = start + name.Start };
        var everything = run.FactAt(start, Math.Max(1, text.TrimEnd().Length), text, 1, Source);
        return new(RowEntry.NameFact(run, nameRun, Certainty) with { Source = Source }, everything.Page, everything.Box)
        {
            Kind = name.Kind,
            RowNumber = isItem && RowNumberText.Of(run.Words[0].Text) is { } number && run.Words[0].Text.Any(char.IsAsciiDigit)
                ? run.FactAt(0, run.Words[0].Text.Length, $"{number.Value}", number.IsRepaired ? 0.6 : 1, Source) : null,
            BirthYear = Fact(run, start, details.Birth),
            Sex = name.Sex is (var sex, var at, var length) ? run.FactAt(start + at, length, sex, Certainty, Source) : null,
            HomePlace = Fact(run, start, details.Home),
            Service = Fact(run, start, details.Service),
            Reason = Fact(run, start, details.Reason),
            Award = award ?? facts.Award,
            AwardClass = awardClass ?? (award is null || award.Value == facts.Award?.Value ? facts.AwardClass : null),
            IsPosthumous = details.IsPosthumous,
        };
    }

    /// <summary>With its marks, for Ba Tri is a place; where they were lost, written small.</summary>
    private static bool IsTitle(string text, Token token)
    {
        var word = text[token.Start..token.End];
        return Titles.Contains(word.ToLowerInvariant()) || (char.IsLower(word[0]) && FoldedTitles.Contains(Folding.Fold(word)));
    }

    /// <summary>A name goes as far as its words are written large; that of a group as far as the comma.</summary>
    private static int NameLength(string text, RecipientName whole)
    {
        if (whole.Kind != RecipientKind.Person) return whole.Start + whole.Length;
        var end = 0;
        var words = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            var isTitle = words == 0 && IsTitle(text, token);
            if (token.Start > 0 && words > 0 && text[end..token.Start].Any(sign => sign is not ' ' and not '.' and not '\'')) break;
            if (!isTitle && !char.IsUpper(text[token.Start]) && !(words == 0 && token.Start < 3)) break;
            if (++words > MostWords) return 0;
            end = token.End;
        }
        return end;
    }

    /// <summary>Where the text says that something is given; -1 where it does not.</summary>
    private static int GivenAt(string text)
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (Folding.Fold(text[token.Start..token.End]) == "tang" && text[token.Start..token.End] is var word && word.Contains('ặ', StringComparison.OrdinalIgnoreCase) | word is "tang" or "TANG" or "Tang")
                return token.Start;
        }
        return -1;
    }

    private static Fact? Fact(TextRun run, int start, SentenceDetail? detail) =>
        detail is { Length: > 0 } found ? run.FactAt(start + found.Start, found.Length, found.Value, Certainty * found.Certainty, Source) : null;
}
