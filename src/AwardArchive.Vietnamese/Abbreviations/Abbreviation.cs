namespace AwardArchive.Vietnamese;

/// <summary>A short form and one phrase that it may stand for.</summary>
/// <param name="ShortForm">As usually printed: <c>UBND</c>, <c>TTg</c>.</param>
/// <param name="Phrase">Spelt out: <c>Ủy ban nhân dân</c>.</param>
/// <param name="Source">Where the pair comes from.</param>
public sealed record Abbreviation(string ShortForm, string Phrase, AbbreviationSource Source);

/// <summary>How far a short form is vouched for.</summary>
public enum AbbreviationSource
{
    /// <summary>General usage, not checked: good for finding, not for proving.</summary>
    Usage,

    /// <summary>Met in papers, lists and forms of the field.</summary>
    Papers,

    /// <summary>Decree 30/2020/NĐ-CP, Appendix III.</summary>
    Decree30,
}

/// <summary>A short form, or a phrase that has one, where it stands in a text.</summary>
/// <param name="Start">In the text as given, UTF-16 units.</param>
/// <param name="End">After its last character.</param>
/// <param name="Meanings">At least one; several are alternatives, and the text alone does not say which.</param>
public sealed record AbbreviationMention(int Start, int End, IReadOnlyList<Abbreviation> Meanings);
