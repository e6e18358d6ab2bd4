using System.Diagnostics;

namespace AwardArchive.Recognition.Workers;

/// <summary>Does one request after the other and turns what goes wrong into a reply.</summary>
internal sealed class WorkerDesk(WorkerSettings settings, Func<WorkerSettings, IOcrEngine> openEngine) : IDisposable
{
    private readonly PdfPageInspector _pdf = new(settings.MaxPagePixels);
    private IOcrEngine? _engine;

    public WorkerReply Handle(WorkerRequest request)
    {
        try
        {
            return request switch
            {
                RecognizeImage image => Recognize(image),
                InspectPdfPage page => _pdf.Inspect(page),
                DescribeEngine => new EngineDescribed((_engine ??= openEngine(settings)).Info, ProgramBuild.Id),
                _ => new RequestFailed(FailureKind.Internal, "", $"Unknown request {request.GetType().Name}."),
            };
        }
        catch (UnreadablePageException e)
        {
            return new RequestFailed(FailureKind.Unreadable, e.Reason, e.Message);
        }
        catch (RecognitionUnavailableException e)
        {
            return new RequestFailed(FailureKind.Unavailable, e.Reason, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new RequestFailed(FailureKind.Internal, "", e.ToString());
        }
    }

    private ImageRecognized Recognize(RecognizeImage request)
    {
        var started = Stopwatch.GetTimestamp();
        _engine ??= openEngine(settings);
        using var page = PageImage.Read(request.Path, request.Frame, request.Resolution, settings.MaxPagePixels);
        var attempt = ReadingAttempt.Best(_engine, page, settings.RetryBudget);
        var words = settings.IsVietnamese && attempt.IsUsual ? MarksAgain.Read(_engine, page, attempt.Words, attempt.Regions, new(settings.RetryBudget)) : attempt.Words;
        // Preparing may have turned the page.
        var view = page.Present(request.ViewFolder);
        var parameters = new Dictionary<string, string>(_engine.Info.Parameters.Concat(attempt.Steps));
        if (page.ReducedFrom is { } size) parameters[ReducedNote.Size] = size;
        return new(page.Width, page.Height, RegionWords.Drop(words, attempt.Regions), _engine.Info with { Parameters = parameters }, view.Path, view.MediaType)
        {
            Resolution = page.Resolution,
            IsBlank = attempt.IsBlank,
            Regions = attempt.Regions,
            Seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3),
        };
    }

    public void Dispose() => _engine?.Dispose();
}
