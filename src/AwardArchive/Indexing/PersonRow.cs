using AwardArchive.Archive;

namespace AwardArchive.Indexing;

/// <summary>Whom a document names in a row of an award list or on a form, as its facts have it now, whatever its pages read.</summary>
/// <param name="Id">Of the mention.</param>
/// <param name="IsCollective">No person: found by its words, not as people are.</param>
/// <param name="Page">From 1; where the row begins.</param>
/// <param name="Box">Around the whole row; all zero where nobody has said where it stands.</param>
internal sealed record PersonRow(Guid Id, bool IsCollective, Fact Name, Fact? BirthYear, Fact? HomePlace, int Page, Box Box)
{
    public static PersonRow Of(Mention mention) =>
        new(mention.Id, mention is Entry { Value.Kind: RecipientKind.Collective }, mention.Said.Name, mention.Said.BirthYear, mention.Said.HomePlace, mention.Said.Page, mention.Said.Box);

    /// <summary>The row as a text, if its page does not have it so: the name stands there otherwise or torn over lines, or a person has stated what it says.</summary>
    /// <param name="page">Null where it has no words.</param>
    /// <remarks>What the machine read besides the name stands on the page, though perhaps over two lines: all of it again would be a tenth of the index.</remarks>
    public string? BesidePage(AnalyzedText? page)
    {
        var isThere = Stands(page, Name) && (!IsStated(BirthYear) || Stands(page, BirthYear!)) && (!IsStated(HomePlace) || Stands(page, HomePlace!));
        return isThere ? null : string.Join(' ', new[] { Name, BirthYear, HomePlace }.OfType<Fact>().Select(fact => fact.Value));
    }

    private static bool IsStated(Fact? fact) => fact?.Source.StartsWith(Signature.SourcePrefix, StringComparison.Ordinal) == true;

    /// <summary>Whether the words stand one after another on the page, with these marks.</summary>
    private static bool Stands(AnalyzedText? page, Fact fact)
    {
        if (page is null) return false;
        var words = AnalyzedText.Of(fact.Value).Span;
        var on = page.Span;
        for (var first = 0; first + words.Length <= on.Length; first++)
        {
            var length = 0;
            while (length < words.Length && on[first + length].Exact == words[length].Exact) length++;
            if (length == words.Length) return true;
        }
        return false;
    }
}
