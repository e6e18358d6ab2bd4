using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Viewing;

internal static class ViewingProblems
{
    public static ProblemHttpResult NoSuchDocument() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-document", "Không có văn bản này", "Mã văn bản không có trong kho lưu trữ.");

    public static ProblemHttpResult AboveClearance() =>
        Problem.Of(StatusCodes.Status400BadRequest, "above-clearance", "Độ mật quá thẩm quyền", "Không thể đặt độ mật cao hơn mức mình được tiếp cận.");

    public static ProblemHttpResult NoSuchPage() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-page", "Không có trang này", "Văn bản hoặc trang này không có trong kho lưu trữ.");

    public static ProblemHttpResult PageNotReady() =>
        Problem.Of(StatusCodes.Status404NotFound, "page-not-ready", "Trang chưa sẵn sàng", "Trang này chưa nhận dạng xong hoặc không nhận dạng được.");

    public static ProblemHttpResult DocumentNotReady() =>
        Problem.Of(StatusCodes.Status404NotFound, "document-not-ready", "Văn bản chưa sẵn sàng", "Văn bản này còn trang đang chờ nhận dạng hoặc chưa có trang nào nhận dạng được.");

    public static ProblemHttpResult IsSplit() =>
        Problem.Of(StatusCodes.Status404NotFound, "document-split", "Bản quét đã được chia", "Bản quét này đã được chia thành các văn bản, mỗi văn bản có tệp PDF của mình; …/split kể ra các văn bản đó.");

    public static ProblemHttpResult IfMatchRequired() =>
        Problem.Of(StatusCodes.Status428PreconditionRequired, "if-match-required", "Thiếu tiêu đề If-Match", "Gửi kèm ETag của bản đang sửa.");

    public static ProblemHttpResult ChangedMeanwhile() =>
        Problem.Of(StatusCodes.Status412PreconditionFailed, "changed-meanwhile", "Văn bản đã thay đổi", "Tải lại văn bản rồi sửa trên bản mới.");

    public static ProblemHttpResult NothingToRetry() =>
        Problem.Of(StatusCodes.Status409Conflict, "nothing-to-retry", "Không có bước nào cần làm lại", "Văn bản này không ở trạng thái cần xem lại.");

    public static ProblemHttpResult AlreadyWithdrawn() =>
        Problem.Of(StatusCodes.Status409Conflict, "already-withdrawn", "Văn bản đã được rút", "Văn bản này đã được rút khỏi kho từ trước.");

    public static ProblemHttpResult NoSuchRecognition() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-recognition", "Không có kết quả nhận dạng này", "Trang này không có kết quả nhận dạng mang số đó.");

    public static ProblemHttpResult NotRecognizedYet() =>
        Problem.Of(StatusCodes.Status409Conflict, "not-recognized-yet", "Trang chưa được nhận dạng lần nào", "Trang đang chờ nhận dạng, hoặc cần làm lại (retry) vì chưa nhận dạng được.");

    public static ProblemHttpResult NothingToRead() =>
        Problem.Of(StatusCodes.Status409Conflict, "nothing-to-read", "Văn bản chưa đọc được", "Văn bản này đã được rút, còn đang được xử lý, hoặc chưa có trang nào nhận dạng được.");

    public static ProblemHttpResult NoSuchLanguage() =>
        Problem.Of(StatusCodes.Status422UnprocessableEntity, "no-such-language", "Không có dữ liệu ngôn ngữ này", "Máy này chưa cài dữ liệu ngôn ngữ đó của Tesseract.");

    public static ProblemHttpResult NoSuchFact() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-fact", "Không có thông tin này", "Văn bản này hoặc dòng khen thưởng này không có trong kho lưu trữ.");

    /// <param name="field">Of the request.</param>
    /// <param name="message">In Vietnamese, to be read after the field's name.</param>
    public static ProblemHttpResult WrongStatement(string field, string message) =>
        Problem.Of(StatusCodes.Status400BadRequest, "wrong-statement", "Nội dung sửa không hợp lệ", $"{field}: {message}.");

    /// <param name="why">In Vietnamese.</param>
    public static ProblemHttpResult CannotSplit(string why) =>
        Problem.Of(StatusCodes.Status409Conflict, "cannot-split", "Không chia hoặc gộp được lúc này", why);

    /// <summary>Says nothing of why: what is hidden is not told by a refusal either.</summary>
    public static ProblemHttpResult NotYoursToDecide() =>
        Problem.Of(StatusCodes.Status409Conflict, "not-yours-to-decide", "Không quyết định được từ tài khoản này", "Không có gì được ghi. Hãy hỏi người phụ trách việc xét duyệt hồ sơ này.");

    public static ProblemHttpResult NoDossierToJoin() =>
        Problem.Of(StatusCodes.Status422UnprocessableEntity, "no-dossier-to-join", "Không có hồ sơ này", "dossierId: hồ sơ này không có trong kho lưu trữ.");
}
