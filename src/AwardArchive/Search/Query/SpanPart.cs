namespace AwardArchive.Search;

/// <summary>Running words that have another name: an abbreviation or what it abbreviates, a place at another time.</summary>
/// <param name="Typed">The words, one each.</param>
/// <param name="Synonyms">What may stand for all of them.</param>
internal sealed record SpanPart(IReadOnlyList<WordsPart> Typed, IReadOnlyList<Synonym> Synonyms) : QueryPart
{
    public override IEnumerable<WordsPart> Leaves => Typed.Concat(Synonyms.Select(synonym => synonym.Words));

    public override string ToString() => string.Join(' ', Typed);
}

/// <param name="Words">A word or a phrase.</param>
/// <param name="Weight">Against the words as typed, which weigh 1.</param>
internal sealed record Synonym(WordsPart Words, float Weight);
