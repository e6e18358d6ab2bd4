using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AwardArchive.Recognition.Native;

/// <summary>Finds the system's Tesseract and Leptonica under the names that distributions give them.</summary>
internal static class NativeLibraries
{
    public const string Tesseract = "tesseract";
    public const string Leptonica = "leptonica";

    // Debian 12 has liblept.so.5; Leptonica 1.83 renamed the library. The unversioned names are from a build by hand.
    private static readonly string[] TesseractNames = ["libtesseract.so.5", "libtesseract.so"];
    private static readonly string[] LeptonicaNames = ["libleptonica.so.6", "liblept.so.5", "libleptonica.so", "liblept.so"];

    [ModuleInitializer]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => Load(name));

    /// <summary>The first library that loads.</summary>
    /// <returns>Zero for a name that is not ours, or when none of its names loads.</returns>
    public static nint Load(string name)
    {
        foreach (var file in Names(name))
        {
            if (NativeLibrary.TryLoad(file, out var handle)) return handle;
        }
        return 0;
    }

    private static string[] Names(string name) => name switch
    {
        Tesseract => TesseractNames,
        Leptonica => LeptonicaNames,
        _ => [],
    };
}
