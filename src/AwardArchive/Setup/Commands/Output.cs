using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AwardArchive.Setup.Commands;

/// <summary>Results as JSON, one object a line, Vietnamese as letters.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsJson(this ParseResult parsed) => parsed.GetValue(CommandLine.Json);

    public static Task WriteLineAsync<T>(T result) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, Lines));
}
