using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Takes what persons say of the rows of one kind in a document: of award entries, or of the persons of a form.</summary>
internal sealed class RowCorrections<TRow, T>(Catalog catalog, DocumentReader reader)
    where TRow : Mention<T>, new()
    where T : class, IRow<T>
{
    /// <summary>There is a row that the machine missed.</summary>
    public async Task<CorrectionOutcome> AddAsync(Guid id, int version, IRowEdit<T> edit, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(edit.By, edit.Note);
        var (page, box) = form.Place(edit.Page, edit.Box, null);
        var row = RowOf(edit, T.Named(new("", "", page, box, 1, signature.Source), page, box), form, signature);
        return form.Wrong is { } wrong ? wrong
            : await StateAsync(id, version, [Statement.About(Guid.CreateVersion7(), CorrectionAction.Add, row)], signature, cancellationToken);
    }

    /// <summary>The row is what the person says; only fields that differ from what is shown are stated.</summary>
    public async Task<CorrectionOutcome> SetAsync(Guid id, int version, Guid rowId, IRowEdit<T> edit, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document || await catalog.FindRowAsync<TRow>(id, rowId, cancellationToken) is not { } row)
            return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(edit.By, edit.Note);
        var (page, box) = form.Place(edit.Page, edit.Box, (row.Value.Page, row.Value.Box));
        var place = new Fact("", "", page, box, 1, signature.Source);
        var after = RowOf(edit, RowField.Find<T>(RowField.Place)!.With(row.Value, place), form, signature);
        if (form.Wrong is { } wrong) return wrong;
        var differing = T.Fields.Where(field => !field.Same(row.Value, after)).ToList();
        if (differing.Count == 0) return document.Version == version ? new CorrectionOutcome.Corrected(rowId) : new CorrectionOutcome.Changed();
        return await StateAsync(
            id, version, [.. differing.Select(field => Statement.About(rowId, field, field.Get(after) is { } fact ? signature.Over(fact) : null))],
            signature, cancellationToken);
    }

    /// <summary>The row is as it is shown; one that was removed is put back.</summary>
    public async Task<CorrectionOutcome> ConfirmAsync(Guid id, int version, Guid rowId, Confirmation confirmation, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new CorrectionOutcome.NotFound();
        var shown = (await catalog.FindRowAsync<TRow>(id, rowId, cancellationToken))?.Value
            ?? (await catalog.FindStatedAsync(id, cancellationToken)).Rows<T>().Removed.FirstOrDefault(row => row.Id == rowId).Value;
        if (shown is null) return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(confirmation.By, confirmation.Note);
        if (form.Wrong is { } wrong) return wrong;
        var confirmed = T.Fields.Where(field => field.IsFact).Aggregate(
            shown, (row, field) => field.Get(row) is { } fact ? field.With(row, signature.Over(fact)) : row);
        return await StateAsync(id, version, [Statement.About(rowId, CorrectionAction.Confirm, confirmed)], signature, cancellationToken);
    }

    /// <summary>There is no such row.</summary>
    public async Task<CorrectionOutcome> RemoveAsync(Guid id, int version, Guid rowId, Confirmation confirmation, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document || await catalog.FindRowAsync<TRow>(id, rowId, cancellationToken) is not { } row)
            return new CorrectionOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(confirmation.By, confirmation.Note);
        return form.Wrong is { } wrong ? wrong
            : await StateAsync(id, version, [Statement.About(rowId, CorrectionAction.Remove, row.Value)], signature, cancellationToken);
    }

    /// <summary>What is said as before stays the fact that it was.</summary>
    private static T RowOf(IRowEdit<T> edit, T before, StatementForm form, Signature signature)
    {
        var row = before;
        foreach (var (name, text) in edit.Texts)
        {
            var field = RowField.Find<T>(name)!;
            var value = form.Value(name, text, FactRule.OfRow<T>(name));
            var known = field.Get(before);
            if (value is null && !field.IsFact) continue;
            if (value is null && name is "name") form.Refuse("name", "phải có họ tên");
            if (value == known?.Value) continue;
            row = field.With(row, value is null ? null : new(value, value, before.Page, known?.Box ?? before.Box, 1, signature.Source));
        }
        return row;
    }

    private async Task<CorrectionOutcome> StateAsync(
        Guid id, int version, IReadOnlyList<Statement> statements, Signature signature, CancellationToken cancellationToken) =>
        await catalog.CorrectAsync(id, version, statements, signature, cancellationToken)
            ? new CorrectionOutcome.Corrected(statements[0].EntryId)
            : new CorrectionOutcome.Changed();
}
