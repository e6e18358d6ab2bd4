using System.Text;
using AwardArchive.Archive;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AwardArchive.Capture;

/// <summary>One upload (multipart/form-data, RFC 7578), read as it streams in. Its fields may stand before or after the file.</summary>
internal sealed class UploadForm : IDisposable
{
    private const int MaxFieldBytes = 8 * 1024;

    /// <summary>COR_E_IO: an <see cref="IOException"/> made by .NET code, here the multipart reader, not by the file system.</summary>
    private const int ManagedIoError = unchecked((int)0x80131620);

    private string? sourceReference;
    private string? batch;
    private Guid? dossierId;
    private string? dossierFolder;
    private Confidentiality confidentiality;
    private string? fileName;
    private ReceivedFile? file;

    private UploadForm()
    {
    }

    /// <summary>In scratch until disposal.</summary>
    public ReceivedFile File => file!;

    public CaptureMetadata Metadata => new(fileName!, sourceReference, dossierId, confidentiality, batch, dossierFolder);

    /// <exception cref="CaptureRefusedException">The form is wrong, cut off or without a file; nothing is kept.</exception>
    /// <exception cref="StorageFullException">There is no room now; nothing is kept.</exception>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, FileReceiver receiver, CancellationToken cancellationToken)
    {
        var form = new UploadForm();
        try
        {
            receiver.RequireSpace(request.ContentLength ?? 0);
            var parts = new MultipartReader(Boundary(request), request.Body);
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part) await form.TakeAsync(part, receiver, cancellationToken);
            return form.file is not null ? form : throw new CaptureRefusedException(CaptureProblem.MissingFile, "Biểu mẫu không có phần \"file\".");
        }
        catch (Exception e)
        {
            form.Dispose();
            if (IsBadForm(e)) throw BadRequest("nội dung multipart sai hoặc bị ngắt giữa chừng.");
            throw;
        }
    }

    public void Dispose() => file?.Dispose();

    private async Task TakeAsync(MultipartSection part, FileReceiver receiver, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
        {
            // A NUL in a name makes the whole header unreadable.
            throw part.ContentDisposition?.Contains('\0', StringComparison.Ordinal) == true
                ? new CaptureRefusedException(CaptureProblem.BadFileName, "Tên tệp không hợp lệ: có ký tự NUL.")
                : BadRequest("một phần không có tên.");
        }
        switch (HeaderUtilities.RemoveQuotes(disposition.Name).ToString())
        {
            case "file":
                if (file is not null) throw BadRequest("mỗi yêu cầu chỉ gửi một tệp.");
                fileName = FileNameOf(disposition);
                file = await receiver.ReceiveAsync(part.Body, expectedBytes: null, cancellationToken);
                break;
            case "sourceReference":
                sourceReference = await ReadFieldAsync(part, cancellationToken);
                break;
            case "batch":
                batch = await ReadFieldAsync(part, cancellationToken);
                break;
            case "dossierId":
                dossierId = ParseDossier(await ReadFieldAsync(part, cancellationToken));
                break;
            case "dossierFolder":
                dossierFolder = await ReadFieldAsync(part, cancellationToken);
                break;
            case "confidentiality":
                confidentiality = ParseConfidentiality(await ReadFieldAsync(part, cancellationToken));
                break;
            default:
                break; // fields of later versions; the reader skips their content
        }
    }

    private static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        // Of the escapes of a quoted string only \" is undone: old browsers send whole Windows paths, unescaped.
        var name = disposition.FileNameStar.HasValue
            ? disposition.FileNameStar.Value!
            : HeaderUtilities.RemoveQuotes(disposition.FileName).ToString().Replace("\\\"", "\"", StringComparison.Ordinal);
        return name.Length > 0 ? DocumentName.Clean(name) : throw new CaptureRefusedException(CaptureProblem.MissingFile, "Chưa chọn tệp.");
    }

    private static async Task<string> ReadFieldAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxFieldBytes + 1];
        var length = await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxFieldBytes ? Encoding.UTF8.GetString(bytes, 0, length).Trim() : throw BadRequest("một trường dài quá 8 KiB.");
    }

    private static Guid? ParseDossier(string value) =>
        value.Length == 0 ? null : Guid.TryParse(value, out var id) ? id : throw BadRequest("dossierId không phải là UUID.");

    private static Confidentiality ParseConfidentiality(string value) => value switch
    {
        "" or "open" => Confidentiality.Open,
        "secret" => Confidentiality.Secret,
        "topSecret" => Confidentiality.TopSecret,
        "ultraSecret" => Confidentiality.UltraSecret,
        _ => throw BadRequest("confidentiality phải là open, secret, topSecret hoặc ultraSecret."),
    };

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary // RFC 2046, section 5.1.1
            ? boundary.ToString()
            : throw BadRequest("cần multipart/form-data với phần \"file\".");

    private static bool IsBadForm(Exception e) =>
        e is InvalidDataException or BadHttpRequestException { StatusCode: not StatusCodes.Status413PayloadTooLarge }
        || (e.GetType() == typeof(IOException) && e.HResult == ManagedIoError);

    private static CaptureRefusedException BadRequest(string what) => new(CaptureProblem.BadRequest, $"Yêu cầu không hợp lệ: {what}");
}
