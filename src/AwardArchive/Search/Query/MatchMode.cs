using System.Text.Json.Serialization;

namespace AwardArchive.Search;

/// <summary>How strictly a query was taken; the next mode is tried when one finds nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchMode>))]
public enum MatchMode : byte
{
    /// <summary>Every part, marks as typed; running words also where they stand together with one of them misread.</summary>
    [JsonStringEnumMemberName("all")]
    All = 0,

    /// <summary>Every part, whatever the marks.</summary>
    [JsonStringEnumMemberName("allIgnoringMarks")]
    AllIgnoringMarks = 1,

    /// <summary>Every part, or words that look like it.</summary>
    [JsonStringEnumMemberName("similar")]
    Similar = 3,

    /// <summary>As many of the words as there are, the telling ones first, whatever the marks.</summary>
    [JsonStringEnumMemberName("most")]
    Most = 2,
}
