using AwardArchive.Indexing;
using Lucene.Net.Search;
using BoxedFloat = J2N.Numerics.Single; // Lucene.NET boxes sort values in these
using BoxedLong = J2N.Numerics.Int64;

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
        _ => query.Required.Count == 0 ? HitOrder.Newest : HitOrder.Relevance,
    };

    public static Sort ToSort(this HitOrder order)
    {
        var key = order switch
        {
            HitOrder.Relevance => SortField.FIELD_SCORE,
            HitOrder.Newest => Dated(reverse: true, missing: long.MinValue),
            _ => Dated(reverse: false, missing: long.MaxValue),
        };
        var latestFirst = order != HitOrder.Oldest;
        return new Sort(
            key,
            new SortField(IndexFields.IdHigh, SortFieldType.INT64, latestFirst),
            new SortField(IndexFields.IdLow, SortFieldType.INT64, latestFirst));
    }

    /// <summary>Where the hits after the cursor begin.</summary>
    public static FieldDoc After(SearchCursor cursor) => new(
        int.MaxValue, // of equal hits, there is only the last one itself, none comes after
        float.NaN,
        [
            cursor.Order == HitOrder.Relevance ? BoxedFloat.GetInstance(BitConverter.Int32BitsToSingle((int)cursor.Key)) : BoxedLong.GetInstance(cursor.Key),
            BoxedLong.GetInstance(cursor.IdHigh),
            BoxedLong.GetInstance(cursor.IdLow),
        ]);

    public static SearchCursor CursorAt(this HitOrder order, FieldDoc last, MatchMode mode)
    {
        var key = last.Fields[0] is BoxedFloat score ? BitConverter.SingleToInt32Bits(score.ToSingle()) : ((BoxedLong)last.Fields[0]).ToInt64();
        return new(mode, order, key, ((BoxedLong)last.Fields[1]).ToInt64(), ((BoxedLong)last.Fields[2]).ToInt64());
    }

    private static SortField Dated(bool reverse, long missing)
    {
        var field = new SortField(IndexFields.IssuedOn, SortFieldType.INT64, reverse);
        field.SetMissingValue(BoxedLong.GetInstance(missing));
        return field;
    }
}
