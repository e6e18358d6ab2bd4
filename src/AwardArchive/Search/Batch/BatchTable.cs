using System.Globalization;
using AwardArchive.Search.Export;
using CsvHelper;

namespace AwardArchive.Search.Batch;

/// <summary>The answers to a list as a table: a row a hit, and one without a hit for who was not found.</summary>
internal static class BatchTable
{
    private static readonly string[] Headings =
    [
        "Dòng", "Họ tên", "Năm sinh", "Nơi", "Độ khớp", "Tên trong văn bản", "Có năm sinh", "Có nơi", "Số", "Ký hiệu", "Ngày ban hành", "Trích yếu", "Tệp", "Trang",
        "Đoạn trích", "Mã văn bản",
    ];

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<BatchAnswer> answers, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.BeginAsync(output, Headings);
        await foreach (var answer in answers.WithCancellation(cancellationToken))
        {
            foreach (var hit in answer.Hits.Count > 0 ? answer.Hits : [null!])
            {
                Write(table.Row, answer, hit);
                await table.Row.NextRecordAsync();
            }
            await table.FlushAsync(cancellationToken);
        }
    }

    private static void Write(CsvWriter table, BatchAnswer answer, BatchHit? hit)
    {
        table.WriteField(answer.Row);
        table.WriteField(answer.Name);
        table.WriteField(answer.BirthYear);
        table.WriteField(answer.Place);
        table.WriteField(hit?.Score.ToString(CultureInfo.InvariantCulture));
        table.WriteField(hit is null ? "không thấy" : hit.Text);
        table.WriteField(Said(hit?.HasBirthYear));
        table.WriteField(Said(hit?.HasPlace));
        table.WriteField(hit?.Number);
        table.WriteField(hit?.Symbol);
        table.WriteField(hit?.IssuedOn);
        table.WriteField(hit?.Title);
        table.WriteField(hit?.FileName);
        table.WriteField(hit?.Page);
        table.WriteField(hit?.Snippet);
        table.WriteField(hit?.DocumentId);
    }

    private static string? Said(bool? has) => has switch { true => "có", false => "không", null => null };
}
