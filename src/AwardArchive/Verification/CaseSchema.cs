using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace AwardArchive.Verification;

/// <summary>
/// The JSON schema (draft 2020-12) of a case file or a verdict, made from its record: one source for what is published, what is checked
/// (<see cref="SchemaCheck"/>) and what is read.
/// </summary>
internal static class CaseSchema
{
    /// <summary>Nothing but what the record has; words as they are written there; no numbers in quotes.</summary>
    public static JsonSerializerOptions Strict { get; } = StrictOptions();

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Form = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonObject Of<T>()
    {
        var schema = Strict.GetJsonSchemaAsNode(typeof(T), Form).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    /// <summary>Indented, for files and people.</summary>
    public static string TextOf<T>() => Of<T>().ToJsonString(Readable);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node || context.PropertyInfo?.AttributeProvider is not MemberInfo member) return schema;
        if (member.GetCustomAttribute<RangeAttribute>() is { } range) (node["minimum"], node["maximum"]) = ((int)range.Minimum, (int)range.Maximum);
        if (member.GetCustomAttribute<MaxLengthAttribute>() is { } most) node[node.ContainsKey("items") ? "maxItems" : "maxLength"] = most.Length;
        if (member.GetCustomAttribute<MinLengthAttribute>() is { } least) node["minLength"] = least.Length;
        if (member.GetCustomAttribute<DescriptionAttribute>() is { } words) node["description"] = words.Description;
        return node;
    }

    private static JsonSerializerOptions StrictOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
