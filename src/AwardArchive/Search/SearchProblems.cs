using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Search;

internal static class SearchProblems
{
    public static ProblemHttpResult NoSuchDocument() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-document", "Không có văn bản này", "Mã văn bản không có trong kho lưu trữ hoặc văn bản chưa tìm được.");

    public static ProblemHttpResult BadCursor() =>
        Problem.Of(StatusCodes.Status400BadRequest, "bad-cursor", "Con trỏ không hợp lệ", "Con trỏ không thuộc lần tìm này: hãy tìm lại từ đầu.");

    public static ProblemHttpResult IndexUnavailable() =>
        Problem.Of(StatusCodes.Status503ServiceUnavailable, "index-unavailable", "Chưa tìm kiếm được", "Chỉ mục đang được mở hoặc dựng lại: hãy thử lại sau ít phút.");
}
