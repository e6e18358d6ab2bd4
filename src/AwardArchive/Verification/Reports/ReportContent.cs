using System.ComponentModel;
using AwardArchive.Archive;

namespace AwardArchive.Verification.Reports;

/// <summary>Where something stands on a scan, and which image that is.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Box">On that image.</param>
/// <param name="Image">The number of the recognition with which the image came: a page may have several.</param>
/// <param name="ImageMediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="ImageSha256">Null for images of before results were kept.</param>
public sealed record ScanSpot(
    [property: Description("Văn bản.")] Guid DocumentId,
    [property: Description("Trang.")] int Page,
    [property: Description("Khung trên ảnh trang, điểm ảnh.")] Box Box,
    [property: Description("Ảnh trang thứ mấy.")] int Image,
    [property: Description("Loại ảnh.")] string ImageMediaType,
    [property: Description("SHA-256 của ảnh trang.")] string? ImageSha256);

/// <summary>One statement of a report.</summary>
/// <param name="Text">One paragraph.</param>
/// <param name="Details">A line each: reference, reason, who and when.</param>
/// <param name="Spots">Shown as pieces of the scans.</param>
public sealed record ReportItem(
    [property: Description("Nội dung.")] string Text,
    [property: Description("Chi tiết: dẫn chiếu, lý do, người và thời điểm.")] IReadOnlyList<string> Details,
    [property: Description("Mảnh ảnh quét.")] IReadOnlyList<ScanSpot> Spots)
{
    public static ReportItem Of(string text, params IEnumerable<string> details) => new(text, [.. details], []);
}

public sealed record ReportSection(
    [property: Description("Đề mục.")] string Heading,
    [property: Description("Các mục.")] IReadOnlyList<ReportItem> Items);

/// <summary>A report as page, PDF and JSON show it: the same words in the same order.</summary>
/// <param name="Title">Its lines.</param>
/// <param name="Foot">At the foot of each page.</param>
public sealed record ReportContent(
    [property: Description("Tiêu đề.")] IReadOnlyList<string> Title,
    [property: Description("Chân trang.")] string Foot,
    [property: Description("Các phần.")] IReadOnlyList<ReportSection> Sections);
