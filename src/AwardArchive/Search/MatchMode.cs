using System.Text.Json.Serialization;

namespace AwardArchive.Search;

/// <summary>How strictly a query was taken; the next mode is tried when one finds nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchMode>))]
public enum MatchMode : byte
{
    /// <summary>Every part, marks as typed.</summary>
    [JsonStringEnumMemberName("all")]
    All = 0,

    /// <summary>Every part, whatever the marks.</summary>
    [JsonStringEnumMemberName("allIgnoringMarks")]
    AllIgnoringMarks = 1,

    /// <summary>Two parts of three, whatever the marks.</summary>
    [JsonStringEnumMemberName("most")]
    Most = 2,
}
