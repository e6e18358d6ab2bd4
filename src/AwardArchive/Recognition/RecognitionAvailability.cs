using System.Runtime.InteropServices;
using AwardArchive.Recognition.Native;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>Whether this machine has what recognition needs. Cheap to ask.</summary>
internal sealed class RecognitionAvailability(IOptions<RecognitionOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(30);
    private static readonly string[] Programs = ["pdfimages", "pdftoppm", "prlimit"];

    private readonly RecognitionOptions _options = options.Value;
    private readonly Lock _gate = new();
    private (long At, RecognitionUnavailableException? Problem)? _last;

    /// <summary>Looks at most every 30 seconds.</summary>
    /// <returns>What is missing and how to install it; null when nothing is.</returns>
    public RecognitionUnavailableException? Check()
    {
        lock (_gate)
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < Validity) return last.Problem;
            var problem = Look();
            _last = (time.GetTimestamp(), problem);
            return problem;
        }
    }

    private RecognitionUnavailableException? Look()
    {
        foreach (var library in (string[])[NativeLibraries.Leptonica, NativeLibraries.Tesseract])
        {
            var handle = NativeLibraries.Load(library);
            if (handle == 0)
            {
                return new(
                    $"Chưa cài đặt Tesseract trên máy này. Hãy cài đặt: {Tessdata.InstallCommand}",
                    $"The library {library} does not load. Install it: {Tessdata.InstallCommand}");
            }
            // Only workers use it: the service stays small.
            NativeLibrary.Free(handle);
        }
        try
        {
            Tessdata.Find(_options.Language, _options.TessdataFolder);
        }
        catch (RecognitionUnavailableException e)
        {
            return e;
        }
        return Array.Find(Programs, program => !IsOnPath(program)) is { } missing ? PageRasterizer.Missing(missing) : null;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
