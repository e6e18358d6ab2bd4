using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using AwardArchive.Archive.S3;
using Npgsql;

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
    public void Without_a_server_named_catalog_and_objects_lie_in_the_data_folder()
    {
        var (catalog, objects) = (new CatalogOptions(), new S3Options());
        Assert.False(catalog.IsShared);
        Assert.False(objects.IsUsed);
        Assert.Equal(("us-east-1", 0, false, TimeSpan.FromSeconds(30)), (objects.Region, objects.RetentionDays, objects.StrictRetention, objects.Timeout));
        Check(catalog);
        Check(objects);
    }

    [Fact]
    public void What_a_connection_string_does_not_say_is_said_and_what_it_says_stays()
    {
        var given = new CatalogOptions { ConnectionString = "Host=db;CommandTimeout=7;Password=one", Password = "other" };
        var made = new NpgsqlConnectionStringBuilder(given.ToConnectionString());
        Assert.Equal((7, 5, 30, "other", "award-archive"), (made.CommandTimeout, made.Timeout, made.KeepAlive, made.Password, made.ApplicationName));
    }

    [Theory]
    [InlineData("Endpoint", "ftp://s3")]
    [InlineData("Endpoint", "http://s3/path")]
    [InlineData("Bucket", "")]
    [InlineData("SecretKey", "")]
    [InlineData("CaFile", "/no/such/file.pem")]
    public void A_wrong_setting_of_the_object_store_is_named(string setting, string value)
    {
        var options = new S3Options { Endpoint = "http://s3", Bucket = "b", AccessKey = "a", SecretKey = "s" };
        Check(options);
        typeof(S3Options).GetProperty(setting)!.SetValue(options, value);
        Assert.StartsWith($"Storage:S3:{setting} ", Assert.Throws<ValidationException>(() => Check(options)).Message, StringComparison.Ordinal);
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
