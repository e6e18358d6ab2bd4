using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

internal static class RecognitionServices
{
    public static IServiceCollection AddRecognition(this IServiceCollection services)
    {
        services.AddOptions<RecognitionOptions>().BindConfiguration(RecognitionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecognitionOptions>, LanguageDataCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSandbox();
        services.AddSingleton<OcrWorkerPool>();
        services.AddSingleton<PageRasterizer>();
        services.AddSingleton<RecognitionAvailability>();
        services.AddSingleton<IPageRecognizer, PageRecognizer>();
        services.AddSingleton<RecognizeFiles>();
        services.AddSingleton<KnownPages>();
        services.AddSingleton<PageKeeper>();
        services.AddTransient<LayOutPagesJob>();
        services.AddTransient<RecognizePageJob>();
        services.AddTransient<RecognizeAgainJob>();
        return services;
    }
}
