using AwardArchive.Search.Export;
using CsvHelper;

namespace AwardArchive.Access.Audit;

/// <summary>The chain as a table, newest first, written while it is read: memory for one stretch of entries.</summary>
internal sealed class AuditExport(AuditBook book)
{
    private const int Stretch = 1000;

    private static readonly string[] Headings =
        ["Số", "Thời điểm (UTC)", "Tài khoản", "Mã tài khoản", "Mã truy cập", "Địa chỉ", "Việc", "Kết quả", "Đối tượng", "Chi tiết", "Báo trước ở số", "Mã băm"];

    /// <param name="output">CSV by RFC 4180, UTF-8; a cell that a spreadsheet would take for a formula is text. Stays open.</param>
    public async Task WriteAsync(Stream output, AuditFilter filter, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.BeginAsync(output, Headings);
        for (long? before = null; ;)
        {
            var entries = await book.ListAsync(filter, before, Stretch, cancellationToken);
            foreach (var entry in entries)
            {
                Write(table.Row, entry);
                await table.Row.NextRecordAsync();
            }
            await table.FlushAsync(cancellationToken);
            if (entries.Count < Stretch) return;
            before = entries[^1].Number;
        }
    }

    private static void Write(CsvWriter row, AuditEntryResponse entry)
    {
        row.WriteField(entry.Number);
        row.WriteField(entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
        row.WriteField(entry.Name);
        row.WriteField(entry.UserId);
        row.WriteField(entry.TokenId);
        row.WriteField(entry.Address);
        row.WriteField(AuditText.Of(entry.Action));
        row.WriteField(AuditText.Of(entry.Outcome));
        row.WriteField(entry.Target);
        row.WriteField(entry.IsForgotten ? AuditText.Forgotten : entry.Detail);
        row.WriteField(entry.Intent);
        row.WriteField(entry.Hash);
    }
}
