using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Viewing;

/// <summary>How to recognize again; what is null is as the settings say.</summary>
public sealed record RecognizeRequest
{
    /// <value>Tesseract's <c>--psm</c>. 3 to 12.</value>
    [Range(3, 12)]
    public int? PageSegmentation { get; init; }

    /// <value>Tesseract's names of language data, joined by <c>+</c>.</value>
    [StringLength(100), RegularExpression(RecognitionOptions.LanguagePattern)]
    public string? Language { get; init; }

    /// <value>When the new result takes the place of the present one. Default <c>better</c>.</value>
    public WishedChoice Choose { get; init; }

    /// <value>For several pages: only those whose confidence is less. 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double? Below { get; init; }

    internal RecognitionWish Wish => new(PageSegmentation, Language, Choose);
}

/// <summary>How many pages will be recognized again.</summary>
public sealed record RecognizeResponse(int Pages);

/// <summary>Which result shall count.</summary>
/// <param name="Recognition">Its number.</param>
public sealed record ChosenRecognition([Range(1, int.MaxValue)] int Recognition);

/// <summary>The results of a page.</summary>
/// <param name="NextCursor">Always null: all are given.</param>
/// <param name="Chosen">Number of the one that counts.</param>
/// <param name="Wish">The page waits to be recognized again; null when it does not.</param>
/// <param name="WishFailure">Why it was not recognized again, for people.</param>
public sealed record RecognitionList(
    IReadOnlyList<RecognitionResponse> Items, string? NextCursor, int Chosen, ChoiceBy ChosenBy, RecognitionWish? Wish, string? WishFailure);

/// <summary>One result of a page; how it was made, and how sure the engine was.</summary>
public sealed record RecognitionResponse(
    int Number, DateTimeOffset MadeAt, RecognitionOrigin Origin, string MadeBy, string Engine, string EngineVersion, string? Model,
    IReadOnlyDictionary<string, string> Parameters, double? Confidence, int WordCount, bool IsBlank, double? Seconds, bool IsReused)
{
    internal static RecognitionResponse Of(PageRecognition kept) => new(
        kept.Number, kept.MadeAt, kept.Origin, kept.MadeBy, kept.Engine, kept.EngineVersion, kept.Model,
        kept.Parameters, kept.Confidence, kept.WordCount, kept.IsBlank, kept.Seconds, kept.IsReused);
}

/// <summary>Which two results to compare.</summary>
public sealed record RecognitionPair
{
    [Required, Range(1, int.MaxValue)]
    public int? A { get; init; }

    [Required, Range(1, int.MaxValue)]
    public int? B { get; init; }
}

/// <summary>Two results of a page, word by word.</summary>
/// <param name="Differences">How many stretches differ.</param>
/// <param name="Stretches">In reading order, all words of both.</param>
public sealed record RecognitionDiff(int A, int B, int Differences, IReadOnlyList<WordDifference> Stretches);
