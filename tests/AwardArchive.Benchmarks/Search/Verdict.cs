namespace AwardArchive.Benchmarks.Search;

internal static class Verdict
{
    /// <summary>Prints a bar with what was measured, and whether it is met.</summary>
    public static bool Tell(string text, bool met)
    {
        Console.WriteLine($"{(met ? "met    " : "NOT MET")} {text}");
        return met;
    }
}
