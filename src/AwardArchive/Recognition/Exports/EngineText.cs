using System.Text.Json;

namespace AwardArchive.Recognition.Exports;

/// <summary>How words were made, in words for other programs.</summary>
internal static class EngineText
{
    /// <summary>Enough to make them again: <c>engine=tesseract 5.3.0; model=HASH; psm=4; …</c>.</summary>
    public static string Of(EngineInfo engine) => string.Join("; ",
    [
        $"engine={engine.Name} {engine.Version}",
        .. engine.Model is { } model ? [$"model={model}"] : Array.Empty<string>(),
        .. engine.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{parameter.Key}={parameter.Value}"),
    ]);

    /// <summary>As JSON writes it: <c>seal</c>.</summary>
    public static string Of(PageRegionKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public static bool AreSame(EngineInfo one, EngineInfo? other) => other is not null && Of(one) == Of(other);
}
