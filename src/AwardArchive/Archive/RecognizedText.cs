namespace AwardArchive.Archive;

/// <summary>What a page's row takes from the words that count.</summary>
/// <param name="Text">NFC, lines divided by <c>\n</c>.</param>
/// <param name="Alternatives">Of words in the text, ascending.</param>
/// <param name="Review">Why a person should look at it; null when nobody need.</param>
public sealed record RecognizedText(string Text, IReadOnlyList<TextAlternative> Alternatives, PageReview? Review);
