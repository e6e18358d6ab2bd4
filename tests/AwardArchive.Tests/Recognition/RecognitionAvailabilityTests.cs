using AwardArchive.Recognition;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Recognition;

public sealed class RecognitionAvailabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void On_a_machine_that_is_set_up_nothing_is_missing() => Assert.Null(Make(new()).Check());

    [Fact]
    public void A_missing_language_is_named_with_what_to_install_and_noticed_when_it_comes()
    {
        var availability = Make(new() { TessdataFolder = _folder.Path, Language = "vie" });

        var problem = availability.Check();
        Assert.NotNull(problem);
        Assert.Contains("vie", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("apt-get install tesseract-ocr tesseract-ocr-vie", problem.Reason, StringComparison.Ordinal);

        File.WriteAllText(_folder.File("vie.traineddata"), "");
        Assert.Same(problem, availability.Check());
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(availability.Check());
    }

    private RecognitionAvailability Make(RecognitionOptions options) => new(Microsoft.Extensions.Options.Options.Create(options), _time);
}
