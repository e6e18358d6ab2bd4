using System.Globalization;

namespace AwardArchive.Search;

/// <summary>A part of a query. Its text is what a person could have typed for it.</summary>
internal abstract record QueryPart
{
    /// <summary>What of it can be seen in a text.</summary>
    public virtual IEnumerable<WordsPart> Leaves => [];

    /// <summary>Names that it asks for as those of people.</summary>
    public virtual IEnumerable<WordsPart> People => [];

    /// <summary>False for what a document has or has not as a whole.</summary>
    public virtual bool IsOfText => true;
}

/// <summary>How a word was typed.</summary>
internal enum WordForm : byte
{
    /// <summary><c>mẹ</c></summary>
    Plain,

    /// <summary><c>"mẹ"</c>, or <c>thi-đua</c>, which hangs together around a sign.</summary>
    Phrase,

    /// <summary><c>quyế*</c></summary>
    Prefix,

    /// <summary><c>nhung~</c></summary>
    Fuzzy,
}

/// <summary>A word, a phrase, or the number of a document.</summary>
/// <param name="Words">In order; more than one is a phrase.</param>
/// <param name="Form">How it was typed; prefix and fuzzy are single words.</param>
/// <param name="NumberKey">When the part may be a document's number or a date: found by its key as well, however it is written.</param>
internal sealed record WordsPart(IReadOnlyList<SearchWord> Words, WordForm Form, string? NumberKey = null) : QueryPart
{
    /// <summary>What was typed, when this is another name of it.</summary>
    public string? StandsFor { get; init; }

    /// <summary>Why it is looked for; a match has no closer reason than this.</summary>
    public MatchKind Reason { get; init; } = MatchKind.Exact;

    public override IEnumerable<WordsPart> Leaves => [this];

    public override string ToString()
    {
        var words = string.Join(' ', Words.Select(word => word.Exact));
        return Form switch
        {
            WordForm.Prefix => words + "*",
            WordForm.Fuzzy => words + "~",
            WordForm.Phrase => $"\"{words}\"",
            _ => words,
        };
    }

    public bool Equals(WordsPart? other) => other is not null && Form == other.Form && NumberKey == other.NumberKey && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate((int)Form, HashCode.Combine);
}

/// <summary>Two words or phrases with at most so many words between them, in either order.</summary>
internal sealed record NearPart(WordsPart First, WordsPart Second, int Distance) : QueryPart
{
    public const int DefaultDistance = 10;
    public const int MaxDistance = 50;

    public override IEnumerable<WordsPart> Leaves => [First, Second];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First} near/{Distance} {Second}");
}

/// <summary>One of several is enough.</summary>
internal sealed record AnyPart(IReadOnlyList<QueryPart> Parts) : QueryPart
{
    public override IEnumerable<WordsPart> Leaves => Parts.SelectMany(part => part.Leaves);

    public override IEnumerable<WordsPart> People => Parts.SelectMany(part => part.People);

    public override string ToString() => $"({string.Join(" OR ", Parts)})";
}

/// <summary>A group in parentheses.</summary>
internal sealed record GroupPart(IReadOnlyList<QueryPart> Required, IReadOnlyList<QueryPart> Excluded) : QueryPart
{
    public override IEnumerable<WordsPart> Leaves => Required.SelectMany(part => part.Leaves);

    public override IEnumerable<WordsPart> People => Required.SelectMany(part => part.People);

    public override string ToString() => $"({new SearchQuery(Required, Excluded, Truncated: false)})";
}

/// <summary>What fields a query can name.</summary>
internal enum QueryField : byte
{
    Number,
    Year,
    Person,
    Place,
    Kind,
}

/// <summary>A condition on a field: words, or years from and to.</summary>
/// <param name="Words">Null for years.</param>
internal sealed record FieldPart(QueryField Field, WordsPart? Words, int? From = null, int? To = null) : QueryPart
{
    /// <summary>Of a place: what it was called at other times.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];

    /// <summary>Persons and places are found in the text; numbers, kinds and years are facts of the document.</summary>
    public override IEnumerable<WordsPart> Leaves => IsOfText && Words is not null ? [Words, .. Synonyms.Select(synonym => synonym.Words)] : [];

    public override IEnumerable<WordsPart> People => Field is QueryField.Person && Words is not null ? [Words] : [];

    public override bool IsOfText => Field is QueryField.Person or QueryField.Place;

    public override string ToString() => $"{QueryFields.NameOf(Field)}:{(Words is null ? Years : Words.ToString())}";

    private string Years => From == To ? $"{From}" : string.Create(CultureInfo.InvariantCulture, $"{From}..{To}");
}
