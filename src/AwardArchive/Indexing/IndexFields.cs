using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>The fields of the one Lucene document that an archived document has, and how their terms are written.</summary>
internal static class IndexFields
{
    /// <summary>Grows when fields, terms or the tokenizer change; an index of another version is built anew.</summary>
    public const string Version = "1";

    /// <summary>Positions between the end of a page and the next one: no phrase and no nearness reaches over it.</summary>
    public const int PageGap = 100;

    /// <summary>The document's id: 32 hexadecimal digits, not stored; read it from <see cref="IdHigh"/> and <see cref="IdLow"/>.</summary>
    public const string Id = "id";

    /// <summary>Doc values: the two halves of the id, big-endian. They also break ties, newest arrival first.</summary>
    public const string IdHigh = "idHigh";
    public const string IdLow = "idLow";

    /// <summary>All pages, one after another.</summary>
    public const string Text = "text";

    /// <summary>Binary doc value: <see cref="PageStarts"/>.</summary>
    public const string PageStarts = "pageStarts";

    public const string Title = "title";

    /// <summary>The document's own number with its symbol: <c>26/KH-UBND</c>.</summary>
    public const string Number = "number";

    /// <summary>One term, folded: <c>quyet dinh</c>.</summary>
    public const string Kind = "kind";

    /// <summary>Sorted doc value: the kind as shown.</summary>
    public const string KindName = "kindName";

    /// <summary>Numeric term and doc value; absent when unknown.</summary>
    public const string Year = "year";

    /// <summary>Numeric doc value: 19680200 for February 1968; absent when unknown.</summary>
    public const string IssuedOn = "issuedOn";

    public const string Dossier = "dossier";

    /// <summary>Terms that can be proposed while somebody types: <see cref="Suggestions.Suggestion"/>.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Term of a word whose marks may be anything.</summary>
    public static string Folded(string folded) => folded;

    /// <summary>Term of a word with exactly these marks. Words hold letters and digits only, so the sign keeps the two kinds apart.</summary>
    public static string Exact(string exact) => "=" + exact;

    /// <summary>Term of a whole document number.</summary>
    public static string NumberKey(string key) => "#" + key;

    /// <summary>Term of a kind, however it is typed.</summary>
    public static string KindKey(string kind) => string.Join(' ', Tokenizer.Tokenize(kind).Select(token => Folding.Fold(token.Normal())));
}
