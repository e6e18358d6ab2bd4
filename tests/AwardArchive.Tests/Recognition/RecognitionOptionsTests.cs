using AwardArchive.Recognition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Recognition;

public sealed class RecognitionOptionsTests
{
    [Fact]
    public void The_defaults_are_these()
    {
        var options = Bind([]);

        Assert.Equal(Environment.ProcessorCount, options.Workers);
        Assert.Equal("vie", options.Language);
        Assert.Null(options.TessdataFolder);
        Assert.Equal(4, options.PageSegmentation);
        Assert.Equal(TimeSpan.FromMinutes(2), options.PageTimeout);
        Assert.Equal(TimeSpan.FromSeconds(20), options.RetryBudget);
        Assert.Equal(2L << 30, options.WorkerMemoryBytes);
        Assert.Equal(100_000_000, options.MaxPagePixels);
        Assert.Equal(300, options.RenderDpi);
        Assert.Equal(150, options.ViewDpi);
        Assert.Equal(200, options.RecycleAfterPages);
        Assert.Equal(TimeSpan.FromMinutes(1), options.IdleTimeout);
        Assert.Empty(options.WorkerCommand);
    }

    [Fact]
    public void Settings_are_bound_by_name()
    {
        var options = Bind(new() { ["Workers"] = "3", ["Language"] = "vie+eng", ["PageTimeout"] = "00:00:30", ["WorkerCommand:0"] = "/bin/true" });

        Assert.Equal(3, options.Workers);
        Assert.Equal("vie+eng", options.Language);
        Assert.Equal(TimeSpan.FromSeconds(30), options.PageTimeout);
        Assert.Equal(["/bin/true"], options.WorkerCommand);
    }

    [Theory]
    [InlineData("Workers", "0")]
    [InlineData("Workers", "257")]
    [InlineData("Language", "")]
    [InlineData("Language", "../vie")]
    [InlineData("PageSegmentation", "0")]
    [InlineData("PageTimeout", "00:00:00.5")]
    [InlineData("RetryBudget", "-00:00:01")]
    [InlineData("WorkerMemoryBytes", "1000000")]
    [InlineData("MaxPagePixels", "999")]
    [InlineData("RenderDpi", "30")]
    [InlineData("ViewDpi", "30")]
    [InlineData("RecycleAfterPages", "0")]
    [InlineData("IdleTimeout", "00:00:00")]
    public void A_setting_out_of_its_range_is_refused_by_name(string name, string value)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Bind(new() { [name] = value }));

        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_data_that_is_not_there_is_refused_by_the_settings_name()
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Bind(new() { ["Language"] = "vie+klingon" }));

        Assert.Contains("Recognition:Language", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'vie+klingon'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_language_data_that_does_not_exist_is_refused_by_the_settings_name() =>
        Assert.Contains(
            "Recognition:TessdataFolder",
            Assert.Throws<OptionsValidationException>(() => Bind(new() { ["TessdataFolder"] = "/no/such/folder" })).Message,
            StringComparison.Ordinal);

    private static RecognitionOptions Bind(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"{RecognitionOptions.Section}:{pair.Key}", pair.Value)))
            .Build();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddRecognition()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<RecognitionOptions>>().Value;
    }
}
