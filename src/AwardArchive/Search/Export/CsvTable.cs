using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace AwardArchive.Search.Export;

/// <summary>A table for people as it is written: CSV after RFC 4180, UTF-8.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        // A cell that begins like a formula is one for spreadsheets: "=cmd|…" on a scan must stay text.
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    private readonly StreamWriter text;

    private CsvTable(Stream output)
    {
        // With the mark, spreadsheets know that it is UTF-8.
        text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        Row = new(text, Form);
    }

    /// <summary>Takes the cells of the row.</summary>
    public CsvWriter Row { get; }

    /// <summary>Begins a table with its headings; the stream stays open.</summary>
    public static async Task<CsvTable> BeginAsync(Stream output, IEnumerable<string> headings)
    {
        var table = new CsvTable(output);
        foreach (var heading in headings) table.Row.WriteField(heading);
        await table.Row.NextRecordAsync();
        return table;
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Row.FlushAsync();
        await text.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Row.DisposeAsync();
        await text.DisposeAsync();
    }
}
