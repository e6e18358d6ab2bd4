using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>The fields of the one Lucene document that an archived document has, and how their terms are written.</summary>
internal static class IndexFields
{
    /// <summary>Grows when fields, terms or the tokenizer change; an index of another version is built anew.</summary>
    public const string Version = "5";

    /// <summary>Positions between the end of a page and the next one: no phrase and no nearness reaches over it.</summary>
    public const int PageGap = 100;

    /// <summary>The document's id: 32 hexadecimal digits, not stored; read it from <see cref="IdHigh"/> and <see cref="IdLow"/>.</summary>
    public const string Id = "id";

    /// <summary>Doc values: the two halves of the id, big-endian. They also break ties, newest arrival first.</summary>
    public const string IdHigh = "idHigh";
    public const string IdLow = "idLow";

    /// <summary>Numeric doc value: the <see cref="Archive.Document.Version"/> that was indexed.</summary>
    public const string DocumentVersion = "documentVersion";

    /// <summary>What the paper is by its facts (number, kind, title), then all pages, one after another, then rows that their pages read otherwise (<see cref="PersonRow.BesidePage"/>).</summary>
    public const string Text = "text";

    /// <summary>Binary doc value: <see cref="PageStarts"/>.</summary>
    public const string PageStarts = "pageStarts";

    /// <summary>The document's own number: whole (<c>26khubnd</c>), its digits (<c>26</c>) and its symbol (<c>khubnd</c>), folded.</summary>
    public const string Number = "number";

    /// <summary>Who is awarded and who stands on a form: whole names, folded; no places, no frequencies.</summary>
    public const string People = "people";

    /// <summary>What a search is narrowed by: one term, folded (<c>quyet dinh</c>), and as <see cref="NameOf"/> a sorted doc value, as shown.</summary>
    public const string Kind = "kind";
    public const string Issuer = "issuer";
    public const string Award = "award";
    public const string Place = "place";

    /// <summary>Between the values of a doc value that has several: awards, each by itself and with its class.</summary>
    public const char BetweenValues = '\n';

    /// <summary>Numeric term and doc value; absent when unknown.</summary>
    public const string Year = "year";

    /// <summary>Numeric doc value: 19680200 for February 1968; absent when unknown.</summary>
    public const string IssuedOn = "issuedOn";

    /// <summary>Term: 32 hexadecimal digits; sorted doc value: as REST writes it.</summary>
    public const string Dossier = "dossier";

    /// <summary>Terms that can be proposed while somebody types: <see cref="Suggestions.Suggestion"/>.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Term of a word whose marks may be anything.</summary>
    public static string Folded(string folded) => folded;

    /// <summary>Term of a word with exactly these marks. Words hold letters and digits only, so the sign keeps the kinds of terms apart.</summary>
    public static string Exact(string exact) => "=" + exact;

    /// <summary>Term of two common words side by side, with exactly these marks.</summary>
    public static string Pair(string first, string second) => "=" + first + " " + second;

    /// <summary>Term of a word that the scan tore or ran together, folded or with its marks: what is printed as one ranks before it.</summary>
    public static string Mended(string form) => "+" + form;

    /// <summary>Term of two common words side by side one of which is mended, folded.</summary>
    public static string MendedPair(string first, string second) => "+" + first + " " + second;

    /// <summary>Term of a person's family name and given name where the name has more between them, with exactly these marks.</summary>
    public static string Name(string family, string given) => "@" + family + " " + given;

    /// <summary>Term of a whole document number, or of a day.</summary>
    public static string NumberKey(string key) => "#" + key;

    /// <summary>Term of a number, of its digits or of its symbol in the field of numbers: no marks, signs, blanks, leading zeros.</summary>
    public static string NumberPart(string text) =>
        string.Concat(Tokenizer.Tokenize(text).Select(token => Folding.Fold(token.Normal()))).TrimStart('0');

    /// <summary>Term of what a search is narrowed by, however it is typed.</summary>
    public static string FacetKey(string value) => string.Join(' ', Tokenizer.Tokenize(value).Select(token => Folding.Fold(token.Normal())));

    /// <summary>The doc values of a field that searches are narrowed by.</summary>
    public static string NameOf(string field) => field + "Name";
}
