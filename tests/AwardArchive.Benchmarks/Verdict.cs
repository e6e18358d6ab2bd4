namespace AwardArchive.Benchmarks;

/// <summary>A figure against its bar.</summary>
internal static class Verdict
{
    public static void Print(string text, bool met) => Console.WriteLine($"bar  {text}: {(met ? "met" : "NOT MET")}");
}
