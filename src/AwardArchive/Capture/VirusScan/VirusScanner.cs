using Microsoft.Extensions.Options;

namespace AwardArchive.Capture.VirusScan;

/// <summary>Lets ClamAV look at an arriving file before anything else does, if the settings name one.</summary>
internal sealed partial class VirusScanner(IOptions<VirusScanOptions> options, TimeProvider time, ILogger<VirusScanner> log)
{
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);

    private readonly Clamd? _clamd = options.Value.Address is { } address ? new(address) : null;

    /// <param name="path">All bytes of the file.</param>
    /// <exception cref="CaptureRefusedException">A virus is in it; or clamd is away and the settings say to wait for it.</exception>
    public async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        if (_clamd is null) return;
        if (await VerdictAsync(path, cancellationToken) is not { Virus: { } virus }) return;
        Log.Found(log, virus);
        throw new CaptureRefusedException(CaptureProblem.InfectedFile, $"Chương trình diệt virus tìm thấy mã độc trong tệp ({virus}); không có gì được lưu.");
    }

    public async Task<VirusScanStatus> StatusAsync(CancellationToken cancellationToken)
    {
        if (_clamd is null) return new(false, null, options.Value.WhenAway);
        using var limit = new CancellationTokenSource(PingTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _clamd.PingAsync(stop.Token).WaitAsync(stop.Token);
            return new(true, true, options.Value.WhenAway);
        }
        catch (Exception e) when (e is ClamdException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(true, false, options.Value.WhenAway);
        }
    }

    /// <returns>Null when there is none and the file is taken all the same.</returns>
    private async Task<ClamdVerdict?> VerdictAsync(string path, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.Timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        string trouble;
        try
        {
            return await _clamd!.ScanAsync(path, stop.Token).WaitAsync(stop.Token);
        }
        catch (ClamdException e)
        {
            trouble = e.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            trouble = $"clamd did not answer within {options.Value.Timeout}.";
        }
        if (options.Value.WhenAway is WhenScannerIsAway.Accept)
        {
            Log.TakenUnseen(log, trouble);
            return null;
        }
        Log.Waits(log, trouble);
        throw new CaptureRefusedException(
            CaptureProblem.ScannerAway, "Chưa quét được virus nên tệp chưa được nhận; không có gì được lưu. Hãy thử lại sau ít phút hoặc báo người quản trị.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An arriving file was refused: {Virus}")]
        public static partial void Found(ILogger logger, string virus);

        [LoggerMessage(2, LogLevel.Warning, "An arriving file is taken without having been scanned for viruses: {Trouble}")]
        public static partial void TakenUnseen(ILogger logger, string trouble);

        [LoggerMessage(3, LogLevel.Warning, "An arriving file is refused for now: {Trouble}")]
        public static partial void Waits(ILogger logger, string trouble);
    }
}
