using System.Globalization;
using AwardArchive.Indexing;
using Microsoft.AspNetCore.Components;

namespace AwardArchive.Search;

/// <summary>The search for people: everything it shows is in its address, so that a result can be sent to a colleague.</summary>
public sealed partial class SearchPage
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private SearchLink link = SearchLink.Plain;
    private SearchResponse? found;
    private string? problem;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        link = SearchLink.Of(Http.Request.Query);
        try
        {
            found = await Searcher.SearchAsync(link.ToRequest(), Http.RequestAborted);
        }
        catch (BadCursorException)
        {
            (Http.Response.StatusCode, problem) = (StatusCodes.Status400BadRequest, "Không đi tiếp được từ chỗ này của danh sách.");
        }
        catch (IndexUnavailableException)
        {
            (Http.Response.StatusCode, problem) = (StatusCodes.Status503ServiceUnavailable, "Chỉ mục đang được mở hoặc dựng lại: hãy thử lại sau ít phút.");
        }
    }

    private static string Number(int count) => count.ToString("N0", Vietnamese);

    private string Summary(SearchResponse response)
    {
        if (response.Total == 0) return "Không tìm thấy văn bản nào.";
        var seconds = (response.TookMs / 1000).ToString("0.##", Vietnamese);
        return link.Q.Length == 0 ? $"{Number(response.Total)} văn bản" : $"Tìm thấy {Number(response.Total)} văn bản trong {seconds} giây";
    }
}
