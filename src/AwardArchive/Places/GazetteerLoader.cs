namespace AwardArchive.Places;

/// <summary>Reads the imported lists when the service starts, so that no question waits for them.</summary>
internal sealed class GazetteerLoader(Gazetteer gazetteer) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await gazetteer.HistoryAsync(stoppingToken);
}
