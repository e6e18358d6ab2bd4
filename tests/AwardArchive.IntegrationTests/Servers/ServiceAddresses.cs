namespace AwardArchive.Tests.Servers;

/// <summary>What <c>eng/services.sh start</c> printed: where the servers are reached.</summary>
internal sealed record ServiceAddresses(string Postgres, string S3)
{
    public static ServiceAddresses Parse(string lines)
    {
        return new(Value("AWARD_ARCHIVE_TEST_POSTGRES"), Value("AWARD_ARCHIVE_TEST_S3"));

        string Value(string name) => lines.Split('\n').First(line => line.StartsWith($"export {name}=", StringComparison.Ordinal))[$"export {name}=".Length..]
            .Replace("\\", "", StringComparison.Ordinal);
    }
}
