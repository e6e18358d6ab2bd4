using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Reads who is awarded, and how many the paper says there are. Linear in the number of words; never throws.</summary>
internal static class EntryReader
{
    /// <summary>Papers that award nobody and propose nobody. Those about persons are read as forms.</summary>
    private static readonly string[] WithoutRecipients =
    [
        "Bản khai", "Tờ khai", "Lý lịch", "Sơ yếu lý lịch", "Giấy báo tử", "Giấy chứng tử", "Giấy ủy quyền", "Giấy khai sinh", "Đơn", "Đơn đề nghị", "Đơn xin xác nhận", "Giấy đề nghị",
        "Giấy giới thiệu", "Giấy mời", "Giấy xác nhận", "Trích lục",

        // They say what is to be done, by whom: offices and tasks in lists that look like recipients.
        "Kế hoạch", "Chỉ thị", "Chương trình", "Hướng dẫn", "Quy chế", "Quy định", "Thông tư", "Thông tư liên tịch", "Phương án", "Đề án", "Dự án",
    ];

    /// <param name="pages">All pages, in order.</param>
    /// <param name="facts">Of the document's head: the award that the rows have when they name none.</param>
    public static (IReadOnlyList<AwardEntry> Entries, IReadOnlyList<Fact> Totals) Read(IReadOnlyList<PageLayout> pages, DocumentFacts facts)
    {
        var kind = facts.Kind?.Value;
        if (WithoutRecipients.Contains(kind) || IsOfInvalids(facts)) return ([], []);
        ListPage[] lists = [.. pages.Select(ListPage.Of).Where(page => page.Lines.Count > 0)];
        if (kind is not null && DocumentTypes.IsCertificate(kind) && CertificateEntry.Read(lists, facts) is { } recipient) return ([recipient], []);

        var tables = new TableReader();
        var text = lists.Select(tables.Read).ToArray();
        var rows = new RowEntry(facts);
        var entries = RowSequence.Mend([.. tables.Rows.Select(rows.Of).OfType<AwardEntry>()]);
        var named = new TextEntries(facts).Read(Paragraph.Of(text));
        AwardEntry[] all = [.. entries.Concat(named).OrderBy(entry => entry.Page).ThenBy(entry => entry.Box.Y)];
        return (all, StatedTotal.Read(lists));
    }

    /// <summary>"Giấy chứng nhận thương binh" tells of a wound, and gives no award.</summary>
    private static bool IsOfInvalids(DocumentFacts facts) =>
        facts.Title is { } title && Folding.Fold(title.Value).StartsWith("thuong binh", StringComparison.Ordinal);
}
