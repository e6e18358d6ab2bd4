using AwardArchive.Capture.Sandbox;
using SkiaSharp;

namespace AwardArchive.Capture.FileWorkers;

/// <summary>The child process that looks into arriving files and decodes page images for viewing, reports and exports.</summary>
internal static class FileWorker
{
    public const string Verb = "file-worker";

    /// <summary>Serves requests from standard input until it ends, which it does when the service dies.</summary>
    public static async Task<int> RunAsync()
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        while (await MessageFrames.ReadAsync(input, FileJson.Default.FileRequest, CancellationToken.None) is { } request)
        {
            var (reply, images) = Handle(request);
            await MessageFrames.WriteAsync(output, reply, FileJson.Default.FileReply, CancellationToken.None);
            foreach (var image in images)
            {
                using (image) await image.AsStream().CopyToAsync(output);
            }
            await output.FlushAsync();
        }
        return 0;
    }

    private static (FileReply Reply, IReadOnlyList<SKData> Images) Handle(FileRequest request)
    {
        try
        {
            return request switch
            {
                InspectFile file => (new FileInspected(FileInspection.CountPages(file)), []),
                ShrinkImage image => Made([SmallImage.Make(image.File, image.Width)]),
                CutImage image => Made(ImageCrop.Cut(image.File, image.Boxes)),
                FlattenImage image => Made([FlatImage.Make(image.File)]),
                _ => throw new InvalidDataException($"Unknown request {request.GetType().Name}."),
            };
        }
        catch (CaptureRefusedException e)
        {
            return (new FileRefused(e.Problem.Code, e.Message), []);
        }
        catch (InvalidDataException e)
        {
            return (new FileRefused(CaptureProblem.DamagedFile.Code, e.Message), []);
        }
    }

    private static (FileReply Reply, IReadOnlyList<SKData> Images) Made(IReadOnlyList<EncodedImage?> images) => (
        new ImagesMade([.. images.Select(image => image is null ? null : new MadeImage(image.Width, image.Height, image.Data.Size))]),
        [.. images.Where(image => image is not null).Select(image => image!.Data)]);
}

/// <summary>An image in the memory of the worker, coded.</summary>
internal sealed record EncodedImage(int Width, int Height, SKData Data);
