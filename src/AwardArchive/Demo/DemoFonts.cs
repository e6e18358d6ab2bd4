using SkiaSharp;

namespace AwardArchive.Demo;

/// <summary>The faces that papers are set in; each holds every Vietnamese letter, which many free fonts do not.</summary>
internal enum DemoFace
{
    /// <summary>A Times: the face of papers since the nineties.</summary>
    Termes,

    /// <summary>Another cut of Times.</summary>
    FreeSerif,

    /// <summary>Typewriter.</summary>
    Cursor,

    /// <summary>A thin typewriter.</summary>
    FreeMono,
}

internal enum InkStyle
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>A font that papers need is not installed.</summary>
internal sealed class MissingFontException(string file, string package)
    : Exception($"Thiếu phông chữ {file} để tạo bản quét mẫu. Hãy cài gói {package}: apt-get install {package}")
{
    public string Package { get; } = package;
}

/// <summary>Typefaces by face and style, from the files of the system's font packages; opened once, when first asked for.</summary>
/// <remarks>Not by family name: a font service would quietly give a substitute without the Vietnamese letters.</remarks>
internal sealed class DemoFonts : IDisposable
{
    private static readonly string[] Folders =
    [
        "/usr/share/texmf/fonts/opentype/public/tex-gyre",
        "/usr/share/texlive/texmf-dist/fonts/opentype/public/tex-gyre",
        "/usr/share/fonts/opentype/tex-gyre",
        "/usr/share/fonts/truetype/freefont",
        "/usr/share/fonts/opentype/freefont",
    ];

    private readonly IReadOnlyList<string> _folders;
    private readonly Dictionary<(DemoFace, InkStyle), SKTypeface> _typefaces = [];

    public DemoFonts()
        : this(Folders)
    {
    }

    public DemoFonts(IReadOnlyList<string> folders) => _folders = folders;

    /// <exception cref="MissingFontException">Naming the package to install.</exception>
    public SKTypeface this[DemoFace face, InkStyle style]
    {
        get
        {
            if (!_typefaces.TryGetValue((face, style), out var typeface))
                _typefaces[(face, style)] = typeface = Open(face, style);
            return typeface;
        }
    }

    /// <summary>A font of <paramref name="size"/> in the canvas's units; the caller disposes of it.</summary>
    /// <exception cref="MissingFontException">Naming the package to install.</exception>
    public SKFont Font(DemoFace face, InkStyle style, float size) =>
        new(this[face, style], size) { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    public static bool IsTypewriter(DemoFace face) => face is DemoFace.Cursor or DemoFace.FreeMono;

    public void Dispose()
    {
        foreach (var typeface in _typefaces.Values) typeface.Dispose();
    }

    private SKTypeface Open(DemoFace face, InkStyle style)
    {
        var (file, package) = Source(face, style);
        var path = _folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        return (path is null ? null : SKTypeface.FromFile(path)) ?? throw new MissingFontException(file, package);
    }

    private static (string File, string Package) Source(DemoFace face, InkStyle style) => face switch
    {
        DemoFace.Termes => ($"texgyretermes-{TexGyre(style)}.otf", "fonts-texgyre"),
        DemoFace.Cursor => ($"texgyrecursor-{TexGyre(style)}.otf", "fonts-texgyre"),
        DemoFace.FreeSerif => ($"FreeSerif{Free(style, "Italic")}.ttf", "fonts-freefont-ttf"),
        _ => ($"FreeMono{Free(style, "Oblique")}.ttf", "fonts-freefont-ttf"),
    };

    private static string TexGyre(InkStyle style) => style.ToString().ToLowerInvariant();

    private static string Free(InkStyle style, string italic) => style switch
    {
        InkStyle.Regular => "",
        InkStyle.Bold => "Bold",
        InkStyle.Italic => italic,
        _ => $"Bold{italic}",
    };
}
