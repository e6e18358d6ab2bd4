using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture.Sandbox;

internal static class SandboxServices
{
    /// <summary>Asked for by every slice that starts processes; a second time it changes nothing.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services)
    {
        services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SandboxOptions>, SandboxCheck>());
        services.TryAddSingleton<ParserSandbox>();
        return services;
    }

    /// <summary>Where a whole sandbox is required and is not to be had, nothing starts.</summary>
    private sealed class SandboxCheck(IOptions<AwardArchive.Archive.ArchiveOptions> archive, ILogger<ParserSandbox> log) : IValidateOptions<SandboxOptions>
    {
        public ValidateOptionsResult Validate(string? name, SandboxOptions options)
        {
            if (options.Use is not SandboxUse.Required) return ValidateOptionsResult.Success;
            var status = new ParserSandbox(Options.Create(options), archive, log).Status;
            return status.IsWhole
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"{SandboxOptions.Section}:{nameof(SandboxOptions.Use)} is required, but this machine does not give a whole sandbox. {status.Lacking} "
                    + "Install bubblewrap (apt-get install bubblewrap) and allow user name spaces.");
        }
    }
}
