namespace AwardArchive.Search;

/// <summary>The order of hits. Ties are broken by the time of arrival, so that stretches never overlap.</summary>
internal enum HitOrder : byte
{
    Relevance = 0,
    Newest = 1,
    Oldest = 2,
}

internal static class HitOrders
{
    /// <summary>As asked for; where nothing is searched for there is no relevance, and the newest come first.</summary>
    public static HitOrder Of(string? sort, SearchQuery query) => sort switch
    {
        SearchSort.Newest => HitOrder.Newest,
        SearchSort.Oldest => HitOrder.Oldest,
        _ => query.Required.All(part => part is FieldPart { IsOfText: false }) ? HitOrder.Newest : HitOrder.Relevance,
    };
}
