using System.Text.Json.Serialization;

namespace AwardArchive.Search;

/// <summary>Why a word on a page matches a word of the query; a higher value is a looser reason.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchKind>))]
public enum MatchKind : byte
{
    /// <summary>The same word with the same marks.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact = 0,

    /// <summary>The marks that were typed are there, others too.</summary>
    [JsonStringEnumMemberName("asTyped")]
    AsTyped = 1,

    /// <summary>The same number, written in another way.</summary>
    [JsonStringEnumMemberName("number")]
    Number = 2,

    /// <summary>The same letters with other marks.</summary>
    [JsonStringEnumMemberName("otherMarks")]
    OtherMarks = 3,

    /// <summary>A person's name with a middle name more or less.</summary>
    [JsonStringEnumMemberName("name")]
    Name = 4,

    /// <summary>Recognition holds it for possible that the word was printed.</summary>
    [JsonStringEnumMemberName("alternative")]
    Alternative = 5,

    /// <summary>The same letters, which the scan tore or ran together with another word.</summary>
    [JsonStringEnumMemberName("otherBlanks")]
    OtherBlanks = 6,

    /// <summary>A word that looks like it.</summary>
    [JsonStringEnumMemberName("similar")]
    Similar = 7,

    /// <summary>An abbreviation of it, or what it abbreviates.</summary>
    [JsonStringEnumMemberName("abbreviation")]
    Abbreviation = 8,

    /// <summary>Another name of the place, at another time.</summary>
    [JsonStringEnumMemberName("place")]
    Place = 9,
}
