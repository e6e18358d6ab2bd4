namespace AwardArchive.Archive;

/// <summary>What a request costs the service, beside what every one does.</summary>
public enum Cost
{
    Usual = 0,

    /// <summary>Long work or a long answer: tables of a whole result, lists of people, PDF files.</summary>
    Heavy = 1,

    /// <summary>It brings a file that is kept.</summary>
    Upload = 2,
}

/// <summary>What requests to an endpoint or a page cost.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CostsAttribute(Cost cost) : Attribute
{
    public Cost Cost { get; } = cost;
}

internal static class EndpointCosts
{
    public static TBuilder Costs<TBuilder>(this TBuilder endpoint, Cost cost)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CostsAttribute(cost));

    public static Cost CostOf(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<CostsAttribute>()?.Cost ?? Cost.Usual;
}
