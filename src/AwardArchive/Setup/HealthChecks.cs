using AwardArchive.Archive;
using AwardArchive.Recognition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>Can the catalog be read?</summary>
internal sealed class CatalogHealth(IDbContextFactory<CatalogDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        _ = await db.Identity.SingleAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Can scans be accepted: is there room, does the object store serve? Without it searching and reading text go on.</summary>
internal sealed class StorageHealth(IOptions<ArchiveOptions> options, IObjectStore objects, SecondStore second) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(options.Value.DataFolder).AvailableFreeSpace;
        if (free < options.Value.MinFreeBytes) return HealthCheckResult.Degraded($"Only {free >> 20} MiB free; uploads are refused.");
        try
        {
            await objects.CheckAsync(cancellationToken);
        }
        catch (Exception e) when (e is ObjectStoreUnavailableException or OptionsValidationException)
        {
            return HealthCheckResult.Degraded($"{e.Message} Uploads are refused.");
        }
        try
        {
            if (second.Objects is { } copies) await copies.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is ObjectStoreUnavailableException or OptionsValidationException)
        {
            return HealthCheckResult.Degraded($"The second store: {e.Message} Originals wait for their second copy, verification pauses.");
        }
    }
}

/// <summary>Is Tesseract with its language there? Without it everything else still serves, and pages wait.</summary>
internal sealed class RecognitionHealth(RecognitionAvailability availability) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(availability.Check() is { } missing ? HealthCheckResult.Degraded(missing.Message) : HealthCheckResult.Healthy());
}
