using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Forms;

/// <summary>What a label of a form asks for.</summary>
internal enum FormField
{
    /// <summary>A name: a person begins.</summary>
    Person,
    BirthYear,
    DeathDate,
    HomePlace,
    CertificateNo,
    DecisionNo,
    InvalidPercent,

    /// <summary>What is not kept; its label ends the value before it.</summary>
    Other,

    /// <summary>A heading: says who the persons below it are.</summary>
    Section,

    /// <summary>Below it nobody is described: vows, confirmations, signatures.</summary>
    Closing,
}

/// <summary>Where words are a label: many of them stand in sentences too.</summary>
internal enum LabelUse
{
    Anywhere,

    /// <summary>With its colon, or where a person's name follows.</summary>
    BeforeName,

    /// <summary>Only with its colon.</summary>
    BeforeColon,
}

/// <summary>A label as forms print it.</summary>
/// <param name="Letters">Folded, without blanks.</param>
/// <param name="Relation">Of the person that begins, or of those below the heading; null: as the heading above says.</param>
/// <param name="IsMartyr">The label says that they are martyrs.</param>
internal sealed record FormLabel(string Letters, FormField Field, KinRelation? Relation = null, bool IsMartyr = false, LabelUse Use = LabelUse.Anywhere)
{
    /// <summary>Labels that ask for one thing.</summary>
    public static FormLabel[] Of(FormField field, params ReadOnlySpan<string> words) => Of(field, null, words);

    public static FormLabel[] Of(FormField field, KinRelation? relation, params ReadOnlySpan<string> words)
    {
        var labels = new FormLabel[words.Length];
        for (var i = 0; i < labels.Length; i++) labels[i] = new(Folding.LettersAndDigits(words[i]), field, relation);
        return labels;
    }
}
