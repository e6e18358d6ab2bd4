using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Takes what persons say of the facts of a document.</summary>
internal sealed class FactCorrections(Catalog catalog, DocumentReader reader)
{
    private const int MaxValues = 500;

    /// <summary>The field is what the person says.</summary>
    public async Task<CorrectionOutcome> SetAsync(Guid id, int version, string name, FactEdit edit, CancellationToken cancellationToken)
    {
        if (FactField.Find(name) is not { } field) return NoSuchField(name);
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(edit.By, edit.Note);
        var facts = field.IsList ? ListOf(field, edit, document, form, signature) : OneOf(field, edit, document, form, signature);
        return form.Wrong is { } wrong ? wrong
            : await StateAsync(id, version, [Statement.About(name, CorrectionAction.Set, facts)], signature, cancellationToken);
    }

    /// <summary>The field is as it is shown.</summary>
    public Task<CorrectionOutcome> ConfirmAsync(Guid id, int version, string name, Confirmation confirmation, CancellationToken cancellationToken) =>
        StateAsync(id, version, name, confirmation, CorrectionAction.Confirm, (facts, signature) => [.. facts.Select(fact => signature.Over(fact))], cancellationToken);

    /// <summary>The paper does not say it.</summary>
    public Task<CorrectionOutcome> RemoveAsync(Guid id, int version, string name, Confirmation confirmation, CancellationToken cancellationToken) =>
        StateAsync(id, version, name, confirmation, CorrectionAction.Remove, (_, _) => [], cancellationToken);

    private static CorrectionOutcome.Wrong NoSuchField(string name) =>
        new("field", $"không có thông tin tên “{(name.Length > 40 ? name[..40] : name)}”; chỉ có {string.Join(", ", FactField.All.Select(field => field.Name))}");

    private static IReadOnlyList<Fact> OneOf(FactField field, FactEdit edit, DocumentResponse document, StatementForm form, Signature signature)
    {
        var rule = FactRule.OfDocument(field.Name);
        var known = field.Get(document.Facts) is [var first, ..] ? first : null;
        var (page, box) = form.Place(edit.Page, edit.Box, known is null ? null : (known.Page, known.Box));
        if (form.Value("value", edit.Value, rule) is not { } value)
        {
            form.Refuse("value", $"phải có {rule.Label.ToLower(System.Globalization.CultureInfo.CurrentCulture)}; nếu văn bản không ghi thì xóa (DELETE)");
            return [];
        }
        return [new(value, form.Value("asWritten", edit.AsWritten, new(rule.Label, FactRule.MaxWritten)) ?? value, page, box, 1, signature.Source)];
    }

    private static IReadOnlyList<Fact> ListOf(FactField field, FactEdit edit, DocumentResponse document, StatementForm form, Signature signature)
    {
        if (edit.Values is not { Count: > 0 and <= MaxValues } values)
        {
            form.Refuse("values", $"phải có từ 1 đến {MaxValues} mục; nếu văn bản không ghi thì xóa (DELETE)");
            return [];
        }
        var known = field.Get(document.Facts).ToList();
        var (page, box) = form.Place(edit.Page, edit.Box, known.Count > 0 ? (known[0].Page, known[0].Box) : null);
        var facts = new List<Fact>(values.Count);
        foreach (var text in values)
        {
            if (form.Value("values", text, FactRule.OfDocument(field.Name)) is not { } value)
            {
                form.Refuse("values", "không được có mục trống");
                return [];
            }
            // What stays in the list stays where it is on the page.
            var same = known.FindIndex(fact => fact.Value == value);
            facts.Add(same < 0 ? new(value, value, page, box, 1, signature.Source) : signature.Over(known[same]));
            if (same >= 0) known.RemoveAt(same);
        }
        return facts;
    }

    private async Task<CorrectionOutcome> StateAsync(
        Guid id, int version, string name, Confirmation confirmation, CorrectionAction action,
        Func<IReadOnlyList<Fact>, Signature, IReadOnlyList<Fact>> state, CancellationToken cancellationToken)
    {
        if (FactField.Find(name) is not { } field) return NoSuchField(name);
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(confirmation.By, confirmation.Note);
        var shown = field.Get(document.Facts);
        if (action is CorrectionAction.Confirm && shown.Count == 0) form.Refuse("field", "chưa có gì để xác nhận");
        return form.Wrong is { } wrong ? wrong
            : await StateAsync(id, version, [Statement.About(name, action, state(shown, signature))], signature, cancellationToken);
    }

    private async Task<CorrectionOutcome> StateAsync(
        Guid id, int version, IReadOnlyList<Statement> statements, Signature signature, CancellationToken cancellationToken) =>
        await catalog.CorrectAsync(id, version, statements, signature, cancellationToken)
            ? new CorrectionOutcome.Corrected()
            : new CorrectionOutcome.Changed();
}
