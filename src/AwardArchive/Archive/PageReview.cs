using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>Why a person should look at a recognized page, written as <c>lowConfidence</c>.</summary>
[JsonConverter(typeof(CamelCase<PageReview>))]
public enum PageReview
{
    /// <summary>The engine was unsure of many of its words.</summary>
    LowConfidence = 1,

    /// <summary>There is ink on it, and no word was read.</summary>
    NoWords = 2,
}

/// <summary>Who decided which result of a page counts.</summary>
[JsonConverter(typeof(CamelCase<ChoiceBy>))]
public enum ChoiceBy
{
    /// <summary>Nobody: it was the first.</summary>
    First = 0,

    /// <summary>A rule, because it seemed better.</summary>
    Rule = 1,

    /// <summary>A person. No rule changes it any more.</summary>
    Person = 2,
}
