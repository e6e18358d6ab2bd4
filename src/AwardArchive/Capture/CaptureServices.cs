using AwardArchive.Capture.FileWorkers;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Capture.VirusScan;

namespace AwardArchive.Capture;

internal static class CaptureServices
{
    public static IServiceCollection AddCapture(this IServiceCollection services)
    {
        services.AddOptions<CaptureOptions>().BindConfiguration(CaptureOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WatchedFolderOptions>().BindConfiguration(WatchedFolderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<VirusScanOptions>().BindConfiguration(VirusScanOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSandbox();
        services.AddHostedService<SandboxReport>();
        services.AddSingleton<FileWorkerPool>();
        services.AddSingleton<PdfInspector>();
        services.AddSingleton<VirusScanner>();
        services.AddSingleton<Triage>();
        services.AddSingleton<FileReceiver>();
        services.AddSingleton<DocumentCapture>();
        return services;
    }

    /// <summary>For the process that serves: the commands take only what they are given.</summary>
    public static IServiceCollection AddWatchedFolder(this IServiceCollection services) => services.AddHostedService<WatchedFolder>();
}
