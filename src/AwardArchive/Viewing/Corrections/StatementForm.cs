using AwardArchive.Archive;
using AwardArchive.Capture;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Makes facts of what a person typed, and notes the first thing that is wrong.</summary>
/// <param name="document">With its pages.</param>
internal sealed class StatementForm(DocumentResponse document)
{
    /// <summary>Null while nothing is wrong.</summary>
    public CorrectionOutcome.Wrong? Wrong { get; private set; }

    public Signature Sign(string? by, string? note)
    {
        var name = Clean(Actor.Signature(by));
        var why = Clean(note);
        if (name.Length == 0) Refuse("by", "phải ghi tên người sửa");
        else if (name.Length > Correction.MaxBy) Refuse("by", $"dài quá {Correction.MaxBy} ký tự");
        if (why.Length > Correction.MaxNote) Refuse("note", $"dài quá {Correction.MaxNote} ký tự");
        return new(name, why.Length > 0 ? why : null);
    }

    /// <summary>Where something stands on the paper.</summary>
    /// <param name="known">Where it stood already.</param>
    public (int Page, Box Box) Place(int? page, Box? box, (int Page, Box Box)? known)
    {
        var number = page ?? known?.Page ?? 1;
        if (number < 1 || number > Math.Max(1, document.PageCount))
        {
            Refuse("page", $"văn bản có {document.PageCount} trang");
            return (1, default);
        }
        if (box is { } given && given != default)
        {
            var sheet = document.Pages.FirstOrDefault(candidate => candidate.Number == number);
            if (given.X < 0 || given.Y < 0 || given.Width < 1 || given.Height < 1
                || given.X > (sheet?.Width ?? 0) - given.Width || given.Y > (sheet?.Height ?? 0) - given.Height)
                Refuse("box", $"nằm ngoài ảnh trang {number} ({sheet?.Width ?? 0} × {sheet?.Height ?? 0} điểm ảnh)");
        }
        return (number, box ?? (known is { } before && before.Page == number ? before.Box : default));
    }

    /// <summary>A value as it is kept.</summary>
    /// <returns>Null when nothing is stated.</returns>
    public string? Value(string field, string? text, FactRule rule)
    {
        var clean = Clean(text);
        if (clean.Length == 0) return null;
        if (rule.Refuse(clean) is { } why) Refuse(field, why);
        return clean;
    }

    public void Refuse(string field, string message) => Wrong ??= new(field, message);

    /// <summary>On one line.</summary>
    private static string Clean(string? text) => DisplayText.Clean((text ?? "").ReplaceLineEndings(" "));
}
