using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace AwardArchive.Recognition;

/// <summary>All that determines what is recognized on a page: equal origins give equal words.</summary>
/// <param name="ImageSha256">Of the bytes of the file that the engine is given.</param>
/// <param name="Frame">From 0, of a file with several.</param>
/// <param name="Resolution">Dots per inch as told to the engine; null: as the file says.</param>
/// <param name="Engine">With model and parameters.</param>
/// <param name="Build">Of the programs that prepare the image and improve the words: <see cref="ProgramBuild"/>.</param>
/// <param name="MaxPagePixels">A larger page is made smaller.</param>
internal sealed record PageOrigin(string ImageSha256, int Frame, int? Resolution, EngineInfo Engine, string Build, int MaxPagePixels)
{
    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public string Sha256()
    {
        var parameters = Engine.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).SelectMany(parameter => new[] { parameter.Key, parameter.Value });
        string?[] parts =
        [
            ImageSha256, Text(Frame), Resolution is { } dpi ? Text(dpi) : null, Engine.Name, Engine.Version, Engine.Model, Build, Text(MaxPagePixels), .. parameters,
        ];
        // As JSON, so that no two lists of parts read alike.
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
