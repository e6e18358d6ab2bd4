using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;

namespace AwardArchive.Tests.Archive;

public sealed class ArchiveOptionsTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var archive = new ArchiveOptions();
        Assert.Equal(("data", 64L << 20), (archive.DataFolder, archive.MinFreeBytes));
        var pipeline = new PipelineOptions();
        Assert.Equal(
            (3, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1)),
            (pipeline.MaxAttempts, pipeline.LeaseDuration, pipeline.SweepInterval));
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Assert.Throws<ValidationException>(() => Check(new PipelineOptions { MaxAttempts = 0 }));
        Assert.Throws<ValidationException>(() => Check(new PipelineOptions { LeaseDuration = TimeSpan.FromSeconds(9) }));
        Assert.Throws<ValidationException>(() => Check(new ArchiveOptions { DataFolder = "" }));
        Assert.Throws<ValidationException>(() => Check(new ArchiveOptions { MinFreeBytes = -1 }));
        Check(new ArchiveOptions());
        Check(new PipelineOptions());
    }

    private static void Check(object options) => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
}
