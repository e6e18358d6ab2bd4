namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>All engines, ours first; each is made when its turn comes.</summary>
internal static class Peers
{
    public static IEnumerable<Func<Task<ISearchEngine>>> Of(SearchBenchmarkOptions options, string folder)
    {
        yield return () => Task.FromResult<ISearchEngine>(new OurEngine(options.Kept ?? Path.Combine(folder, "ours")));
        if (options.IsAlone) yield break;
        yield return () => Task.FromResult<ISearchEngine>(new PlainLucene(folder));
        if (!options.IsQuality && options.Pages > options.MostPeerPages) yield break;
        yield return async () => await PostgresFullText.CreateAsync();
        yield return () => Task.FromResult<ISearchEngine>(new SqliteFts5(folder));
        yield return async () => await Xapian.CreateAsync(folder);
    }
}
