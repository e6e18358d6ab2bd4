using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Forms;

/// <summary>A label where it stands on a form.</summary>
/// <param name="Start">Index of its first word in <see cref="FormText.Words"/>.</param>
/// <param name="End">After its last.</param>
/// <param name="Next">Where the next label begins, or the text ends.</param>
/// <param name="Errors">Letters of it that were misread.</param>
/// <param name="IsNumbered">"II." or "3." stands before it.</param>
internal sealed record FoundField(FormLabel Label, int Start, int End, int Next, int Errors, bool IsNumbered);

/// <summary>Finds the labels of a form: the longest that may stand at a place, marks and a few letters misread or not.</summary>
internal static class FieldFinder
{
    /// <summary>Words of the longest label, and what specks of dirt add.</summary>
    private const int MostWords = 14;

    /// <summary>What a misread letter costs against a longer label.</summary>
    private const int CostOfError = 3;

    public static IReadOnlyList<FoundField> Find(FormText text, IReadOnlyList<FormLabel> labels)
    {
        var found = new List<FoundField>();
        for (var at = 0; at < text.Words.Count;)
        {
            if (BestAt(text, labels, at) is not { } field)
            {
                at++;
                continue;
            }
            field = WithoutValueBefore(text, labels, field);
            if (found.Count > 0) found[^1] = found[^1] with { Next = field.Start };
            found.Add(field);
            at = field.End;
        }
        return found;
    }

    /// <summary>"3.", "II.", "a)": counts what follows.</summary>
    public static bool IsOrdinal(FormWord word) =>
        word.Text.Length <= 5 && word.Text[^1] is '.' or ')' or '/' && word.Letters.Length is > 0 and <= 4
        && (word.Letters.All(letter => letter is 'i' or 'v' or 'x' or 'l' or '1') || (word.Letters.Length <= 2 && word.Letters.All(char.IsAsciiDigit)) || word.Letters.Length == 1);

    /// <summary>The last word of a value and a label may look like a longer label misread: "Nậy Năm sinh" like "Ngày năm sinh".</summary>
    private static FoundField WithoutValueBefore(FormText text, IReadOnlyList<FormLabel> labels, FoundField field)
    {
        for (var at = field.Start + 1; field.Errors > 0 && at < field.End; at++)
        {
            if (BestAt(text, labels, at) is { Errors: 0 } inner && inner.End >= field.End) return inner;
        }
        return field;
    }

    private static FoundField? BestAt(FormText text, IReadOnlyList<FormLabel> labels, int at)
    {
        if (text.Words[at].Letters.Length == 0) return null;
        FoundField? best = null;
        var letters = "";
        for (var end = at + 1; end <= text.Words.Count && end <= at + MostWords && letters.Length <= NearLetters.Longest; end++)
        {
            var word = text.Words[end - 1];
            if (end - 1 > at && word.AfterGap && !IsWrapped(text, end - 1)) break;
            letters += word.Letters;
            foreach (var label in labels)
            {
                var allowed = NearLetters.Allowed(label.Letters.Length);
                if (Math.Abs(label.Letters.Length - letters.Length) > allowed) continue;
                if (NearLetters.Errors(letters, label.Letters, allowed) is not { } errors || !(best is null || Score(label, errors) > Score(best.Label, best.Errors))) continue;
                var field = new FoundField(label, at, end, text.Words.Count, errors, IsNumbered(text, at));
                if (MayStand(text, field)) best = field;
            }
            if (word.EndsLabel) break;
        }
        return best;
    }

    private static int Score(FormLabel label, int errors) => label.Letters.Length - (CostOfError * errors);

    private static bool MayStand(FormText text, FoundField field)
    {
        if (field.Label.Field is FormField.Section or FormField.Closing) return IsHeading(text, field);
        if (field.Errors > 0 && !HasColon(text, field) && !HasBothEnds(text, field)) return false;
        if (field.Label.Use is LabelUse.Anywhere || HasColon(text, field)) return true;
        return field.Label.Use is LabelUse.BeforeName && (IsBeforeName(text, field) || IsAlone(text, field));
    }

    private static bool HasColon(FormText text, FoundField field) =>
        text.Words[field.End - 1].EndsLabel || (field.End < text.Words.Count && text.Words[field.End].Text is ":" or ";");

    /// <summary>Misread in its middle only: nothing beside it was taken for a part of it.</summary>
    private static bool HasBothEnds(FormText text, FoundField field) =>
        field.Label.Letters.StartsWith(text.Words[field.Start].Letters, StringComparison.Ordinal)
        && field.Label.Letters.EndsWith(text.Words[field.End - 1].Letters, StringComparison.Ordinal);

    private static bool IsBeforeName(FormText text, FoundField field) =>
        field.End < text.Words.Count && text.Words[field.End - 1].Text[^1] is not ('.' or ',' or ';') && char.IsUpper(text.Words[field.End].Text[0]) && FamilyNames.IsCommon(text.Words[field.End].Text);

    /// <summary>On a certificate a name stands below its label.</summary>
    private static bool IsAlone(FormText text, FoundField field)
    {
        var line = text.Lines[text.Words[field.Start].Line];
        return line.First == field.Start && line.End == field.End;
    }

    /// <summary>In capitals, or at the start of a line; a heading that is no more than a label stands alone there.</summary>
    private static bool IsHeading(FormText text, FoundField field)
    {
        if (text.Words.Skip(field.Start).Take(field.End - field.Start).SelectMany(word => word.Text).Where(char.IsLetter).All(char.IsUpper)) return true;
        var line = text.Lines[text.Words[field.Start].Line];
        return field.Start <= line.First + (field.IsNumbered ? 1 : 0) && (field.Label.Field is FormField.Closing || field.End >= line.End);
    }

    /// <summary>A full line that goes on in the next: elsewhere a value ends and a label begins.</summary>
    private static bool IsWrapped(FormText text, int at) =>
        text.Words[at].Line != text.Words[at - 1].Line && text.Words[at].Page == text.Words[at - 1].Page && text.Lines[text.Words[at - 1].Line].IsFull;

    private static bool IsNumbered(FormText text, int at) => at > 0 && text.Words[at - 1].Line == text.Words[at].Line && IsOrdinal(text.Words[at - 1]);
}
