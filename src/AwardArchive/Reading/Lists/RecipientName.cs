using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Who is awarded, as a cell or a sentence names him.</summary>
/// <param name="Start">Of the name in the text as given.</param>
/// <param name="Sex">By the form of address: Ông is a man, Bà and Mẹ are women; and where that stands in the text.</param>
/// <param name="Note">What stands behind the name: "(truy tặng)", "sinh năm 1932".</param>
/// <param name="Certainty">How much it looks like a name.</param>
internal readonly record struct RecipientName(RecipientKind Kind, string Value, int Start, int Length, (string Sex, int Start, int Length)? Sex, string Note, double Certainty)
{
    private static readonly Regex Tail = new(
        @"[(,;:–]|\s-\s|\s(?:[Ss]inh\s|SN\b|[Tt]ruy\s|tức\s|bí\s+danh|b/d)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Lead = new(@"^(?:\d{1,4}\s*[./)\-:]*\s*|[^\p{L}\d]+)+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] Groups =
    [
        "nhan dan", "can bo", "quan va dan", "quan dan", "tap the", "don vi", "xa", "huyen", "phuong", "thi tran", "thi xa", "tinh", "thon", "ban", "lang", "ap", "tieu doan",
        "dai doi", "trung doi", "tieu doi", "trung doan", "su doan", "lu doan", "hoi", "uy ban", "dang bo", "chi bo", "dang uy", "hop tac xa", "truong", "nha may", "xi nghiep",
        "cong ty", "phong", "so", "doi", "luc luong", "dan quan", "du kich", "benh vien", "tram", "co quan", "cong an", "doan", "chi doan", "ban chi huy", "bo chi huy",
        "mat tran", "chi nhanh", "chi hoi", "lien doan", "to", "cua hang", "ngan hang", "buu dien", "cong truong", "nong truong", "lam truong", "binh tram", "hat", "ho",
    ];

    /// <summary>Written large they may be names, too.</summary>
    private static readonly string[] NamesToo = ["ban", "lang", "ap", "so", "doi", "to", "hat", "ho", "hoi", "truong", "phong", "doan", "tram", "can bo", "du kich"];

    private static readonly string[] Families = ["gia dinh", "ho gia dinh"];

    private static readonly string[] Men = ["ong"];
    private static readonly string[] Women = ["ba", "me", "ma", "ba me viet nam anh hung", "ba me vnah", "me viet nam anh hung", "me vnah", "co", "chi"];

    /// <param name="text">A cell, or a sentence from the name on.</param>
    /// <param name="isCell">It holds the name and nothing else: that of a collective may have commas.</param>
    /// <returns>Null where it has no name.</returns>
    public static RecipientName? Read(string text, bool isCell)
    {
        var start = Lead.Match(text) is { Success: true } lead ? lead.Length : 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var tail = Tail.Match(text, start);
        var end = tail.Success ? tail.Index : text.Length;
        var note = text[end..];
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        if (end <= start) return null;
        var core = text[start..end];
        if (!core.Any(char.IsLetter)) return null;

        if (GroupOf(core) is { } kind)
        {
            if (isCell && kind == RecipientKind.Collective) core = text[start..].Split('(')[0].TrimEnd(' ', ',', ';', '.');
            return new(kind, kind == RecipientKind.Family ? NameSpelling.MendFamily(NormalForm.Of(core)) : NormalForm.Of(core), start, core.Length, null, note, 0.95);
        }
        if (!PersonName.TryParse(core, out var name)) return new(RecipientKind.Person, NormalForm.Of(core), start, end - start, null, note, 0.4);
        var sex = SexOf(text, start, name.Titles);
        var (value, doubt) = NameSpelling.Mend(name.Full);
        return new(RecipientKind.Person, value, start + name.Start, name.End - name.Start, sex, note, Plausibility(value) * doubt);
    }

    private static RecipientKind? GroupOf(string text)
    {
        string[] words = [.. Tokenizer.Tokenize(text).Select(token => token.Source[token.Start..token.End])];
        var joined = string.Join(' ', words.Select(Folding.Fold)) + " ";
        if (Array.Exists(Families, Opens)) return RecipientKind.Family;
        var cue = Array.Find(Groups, Opens);
        var mayBePerson = Array.TrueForAll(words, word => char.IsUpper(word[0])) && (NamesToo.Contains(cue) || words.Length is > 1 and < 5 && FamilyNames.IsCommon(words[0]));
        return cue is not null && !mayBePerson ? RecipientKind.Collective : null;

        bool Opens(string cue) => joined.StartsWith(cue + " ", StringComparison.Ordinal);
    }

    private static (string Sex, int Start, int Length)? SexOf(string text, int start, IReadOnlyList<string> titles)
    {
        foreach (var title in titles)
        {
            var folded = Folding.Fold(title);
            var sex = Men.Contains(folded) ? "male" : Women.Contains(folded) ? "female" : null;
            if (sex is not null && text.IndexOf(title, start, StringComparison.Ordinal) is >= 0 and var at) return (sex, at, title.Length);
        }
        return null;
    }

    /// <summary>Names are two to five syllables, written large, that Vietnamese could have; most begin with one of few families.</summary>
    private static double Plausibility(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plausibility = words.Length switch { 1 => 0.5, <= 5 => 1.0, _ => 0.6 };
        // A middle name at the end: the given name was lost.
        if (words.Length > 1 && Folding.Fold(words[^1]) is "thi" or "van") plausibility *= 0.5;
        foreach (var word in words)
        {
            if (!char.IsUpper(word[0])) plausibility *= 0.8;
            if (!Syllable.IsPossible(word.ToLowerInvariant())) plausibility *= 0.75;
        }
        return FamilyNames.IsCommon(words[0]) ? plausibility : plausibility * 0.9;
    }
}
