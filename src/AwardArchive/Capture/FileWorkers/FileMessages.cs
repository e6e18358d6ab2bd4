using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Capture.FileWorkers;

/// <summary>What the service asks of a file worker; each gets exactly one reply.</summary>
/// <param name="File">The worker's own path of it.</param>
[JsonDerivedType(typeof(InspectFile), "inspect")]
[JsonDerivedType(typeof(ShrinkImage), "shrink")]
[JsonDerivedType(typeof(CutImage), "cut")]
[JsonDerivedType(typeof(FlattenImage), "flatten")]
internal abstract record FileRequest(string File);

/// <summary>Is it whole, and how many pages has it?</summary>
/// <param name="MediaType">TIFF, JPEG or PNG, by its first bytes.</param>
internal sealed record InspectFile(string File, string MediaType, int MaxPages, long MaxPixels, int MaxSide) : FileRequest(File);

/// <summary>A smaller copy of an image, as JPEG.</summary>
internal sealed record ShrinkImage(string File, int Width) : FileRequest(File);

/// <summary>Pieces of an image, as JPEG, in the order of the boxes.</summary>
internal sealed record CutImage(string File, IReadOnlyList<Box> Boxes) : FileRequest(File);

/// <summary>An image that PDF cannot hold, on white, as a plain PNG.</summary>
internal sealed record FlattenImage(string File) : FileRequest(File);

[JsonDerivedType(typeof(FileInspected), "inspected")]
[JsonDerivedType(typeof(FileRefused), "refused")]
[JsonDerivedType(typeof(ImagesMade), "made")]
internal abstract record FileReply;

internal sealed record FileInspected(int Pages) : FileReply;

/// <param name="Code">Of a <see cref="CaptureProblem"/>.</param>
/// <param name="Message">For people, in Vietnamese.</param>
internal sealed record FileRefused(string Code, string Message) : FileReply;

/// <param name="Images">Their bytes come behind this reply, one after the other; null where there is none.</param>
internal sealed record ImagesMade(IReadOnlyList<MadeImage?> Images) : FileReply;

internal sealed record MadeImage(int Width, int Height, long Bytes);

/// <summary>An image in the memory of the service, coded; the service never decodes it.</summary>
internal sealed record CodedImage(int Width, int Height, byte[] Bytes);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FileRequest))]
[JsonSerializable(typeof(FileReply))]
internal sealed partial class FileJson : JsonSerializerContext;
