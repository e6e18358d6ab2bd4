using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Reads who is awarded, and what of the lists does not add up. Linear in the number of words; never throws.</summary>
internal static class EntryReader
{
    /// <summary>Papers about persons that nobody is awarded by: their names are the forms' own.</summary>
    private static readonly string[] WithoutRecipients =
    [
        "Bản khai", "Tờ khai", "Lý lịch", "Sơ yếu lý lịch", "Giấy báo tử", "Giấy chứng tử", "Giấy ủy quyền", "Giấy khai sinh", "Đơn", "Đơn đề nghị", "Đơn xin xác nhận", "Giấy đề nghị",
        "Giấy giới thiệu", "Giấy mời", "Giấy xác nhận", "Trích lục",
    ];

    /// <param name="pages">All pages, in order.</param>
    /// <param name="facts">Of the document's head: the award that the rows have when they name none.</param>
    public static (IReadOnlyList<AwardEntry> Entries, IReadOnlyList<ReadingWarning> Warnings) Read(IReadOnlyList<PageLayout> pages, DocumentFacts facts)
    {
        var kind = facts.Kind?.Value;
        if (WithoutRecipients.Contains(kind)) return ([], []);
        ListPage[] lists = [.. pages.Select(ListPage.Of).Where(page => page.Lines.Count > 0)];
        if (kind is not null && DocumentTypes.IsCertificate(kind) && CertificateEntry.Read(lists, facts) is { } recipient) return ([recipient], []);

        var tables = new TableReader();
        var text = lists.Select(tables.Read).ToArray();
        var rows = new RowEntry(facts);
        var entries = RowSequence.Mend([.. tables.Rows.Select(rows.Of).OfType<AwardEntry>()]);
        var named = new TextEntries(facts).Read(Paragraph.Of(text));
        AwardEntry[] all = [.. entries.Concat(named).OrderBy(entry => entry.Page).ThenBy(entry => entry.Box.Y)];
        return (all, [.. RowSequence.Check(entries), .. StatedTotal.Check(lists, all.Length) is { } total ? [total] : Array.Empty<ReadingWarning>()]);
    }
}
