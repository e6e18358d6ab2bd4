using System.Diagnostics;
using System.Globalization;

namespace AwardArchive.Tests.Chaos;

/// <summary>Sets the clock of one program while it runs (<c>clock.c</c>).</summary>
internal sealed class ClockShift
{
    private readonly string file;

    /// <param name="folder">For the file that holds the offset.</param>
    /// <param name="name">Of the program, for messages.</param>
    public ClockShift(string folder, string name)
    {
        file = Path.Combine(folder, $"{name}.clock");
        Set(TimeSpan.Zero);
    }

    /// <summary>Compiles the shim once.</summary>
    /// <returns>The library, or null where there is no compiler.</returns>
    public static string? Build(string folder)
    {
        var library = Path.Combine(folder, "clock.so");
        foreach (var compiler in new[] { "tcc", "cc" })
        {
            try
            {
                using var process = Process.Start(compiler, ["-shared", "-fPIC", "-o", library, Path.Combine(AppContext.BaseDirectory, "clock.c")]);
                process.WaitForExit();
                if (process.ExitCode == 0) return library;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not installed.
            }
        }
        return null;
    }

    public void Set(TimeSpan offset) => File.WriteAllText(file, ((long)offset.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public void AddTo(IDictionary<string, string> environment, string library)
    {
        environment["LD_PRELOAD"] = library;
        environment["CLOCK_OFFSET_FILE"] = file;
    }
}
