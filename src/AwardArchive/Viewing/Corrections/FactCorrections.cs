using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Takes what persons say of the facts and award entries of a document.</summary>
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
        StateAsync(id, version, name, confirmation, CorrectionAction.Confirm, (facts, signature) => [.. facts.Select(fact => By(signature, fact))], cancellationToken);

    /// <summary>The paper does not say it.</summary>
    public Task<CorrectionOutcome> RemoveAsync(Guid id, int version, string name, Confirmation confirmation, CancellationToken cancellationToken) =>
        StateAsync(id, version, name, confirmation, CorrectionAction.Remove, (_, _) => [], cancellationToken);

    /// <summary>There is a row that the machine missed.</summary>
    public async Task<CorrectionOutcome> AddEntryAsync(Guid id, int version, EntryEdit edit, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(edit.By, edit.Note);
        var (page, box) = form.Place(edit.Page, edit.Box, null);
        var entry = EntryOf(edit, new(new("", "", page, box, 1, signature.Source), page, box), form, signature);
        return form.Wrong is { } wrong ? wrong
            : await StateAsync(id, version, [Statement.About(Guid.CreateVersion7(), CorrectionAction.Add, entry)], signature, cancellationToken);
    }

    /// <summary>The row is what the person says; only fields that differ from what is shown are stated.</summary>
    public async Task<CorrectionOutcome> SetEntryAsync(Guid id, int version, Guid entryId, EntryEdit edit, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document || await catalog.FindEntryAsync(id, entryId, cancellationToken) is not { } entry)
            return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(edit.By, edit.Note);
        var (page, box) = form.Place(edit.Page, edit.Box, (entry.Value.Page, entry.Value.Box));
        var after = EntryOf(edit, entry.Value with { Page = page, Box = box }, form, signature);
        if (form.Wrong is { } wrong) return wrong;
        var differing = EntryField.All.Where(field => !field.Same(entry.Value, after)).ToList();
        if (differing.Count == 0) return document.Version == version ? new CorrectionOutcome.Corrected(entryId) : new CorrectionOutcome.Changed();
        return await StateAsync(
            id, version, [.. differing.Select(field => Statement.About(entryId, field.Name, field.Get(after) is { } fact ? By(signature, fact) : null))],
            signature, cancellationToken);
    }

    /// <summary>The row is as it is shown; one that was removed is put back.</summary>
    public async Task<CorrectionOutcome> ConfirmEntryAsync(Guid id, int version, Guid entryId, Confirmation confirmation, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new CorrectionOutcome.NotFound();
        var shown = (await catalog.FindEntryAsync(id, entryId, cancellationToken))?.Value
            ?? (await catalog.FindStatedAsync(id, cancellationToken)).Removed.FirstOrDefault(row => row.Id == entryId).Value;
        if (shown is null) return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(confirmation.By, confirmation.Note);
        if (form.Wrong is { } wrong) return wrong;
        string[] notFacts = ["kind", "isPosthumous", EntryField.Place];
        var confirmed = EntryField.All.Where(field => !notFacts.Contains(field.Name)).Aggregate(
            shown, (entry, field) => field.Get(entry) is { } fact ? field.With(entry, By(signature, fact)) : entry);
        return await StateAsync(id, version, [Statement.About(entryId, CorrectionAction.Confirm, confirmed)], signature, cancellationToken);
    }

    /// <summary>There is no such row.</summary>
    public async Task<CorrectionOutcome> RemoveEntryAsync(Guid id, int version, Guid entryId, Confirmation confirmation, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document || await catalog.FindEntryAsync(id, entryId, cancellationToken) is not { } entry)
            return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(confirmation.By, confirmation.Note);
        return form.Wrong is { } wrong ? wrong
            : await StateAsync(id, version, [Statement.About(entryId, CorrectionAction.Remove, entry.Value)], signature, cancellationToken);
    }

    private static CorrectionOutcome.Wrong NoSuchField(string name) =>
        new("field", $"không có thông tin tên “{(name.Length > 40 ? name[..40] : name)}”; chỉ có {string.Join(", ", FactField.All.Select(field => field.Name))}");

    private static Fact By(Signature signature, Fact fact) => fact with { Confidence = 1, Source = signature.Source };

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
            facts.Add(same < 0 ? new(value, value, page, box, 1, signature.Source) : By(signature, known[same]));
            if (same >= 0) known.RemoveAt(same);
        }
        return facts;
    }

    /// <summary>What is said as before stays the fact that it was.</summary>
    private static AwardEntry EntryOf(EntryEdit edit, AwardEntry before, StatementForm form, Signature signature)
    {
        var entry = before;
        foreach (var (name, text) in edit.Texts)
        {
            var field = EntryField.Find(name)!;
            var value = form.Value(name, text, FactRule.OfEntry(name));
            var known = field.Get(before);
            if (value is null && name is "kind" or "isPosthumous") continue;
            if (value is null && name is "name") form.Refuse("name", "phải có họ tên");
            if (value == known?.Value) continue;
            entry = field.With(entry, value is null ? null : new(value, value, before.Page, known?.Box ?? before.Box, 1, signature.Source));
        }
        return entry;
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
            ? new CorrectionOutcome.Corrected(statements[0].EntryId)
            : new CorrectionOutcome.Changed();
}
