using System.Buffers.Binary;
using System.Buffers.Text;

namespace AwardArchive.Search;

/// <summary>Where a stretch of hits ended: the rank of its last hit. Opaque to callers.</summary>
/// <param name="Mode">In which the query found its hits: the next stretch may not be stricter.</param>
/// <param name="Lead">See <see cref="QueryReading"/>.</param>
/// <param name="MostMisread">See <see cref="QueryReading"/>.</param>
/// <param name="Complete">See <see cref="SearchResponse"/>.</param>
/// <param name="Order">The order it belongs to.</param>
/// <param name="Rank">Of the last hit.</param>
internal readonly record struct SearchCursor(MatchMode Mode, MatchMode? Lead, int MostMisread, int Complete, HitOrder Order, HitRank Rank)
{
    private const int Size = 32;
    private const byte NoLead = byte.MaxValue;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        (bytes[0], bytes[1], bytes[30], bytes[31]) = ((byte)Mode, (byte)Order, (byte?)Lead ?? NoLead, (byte)MostMisread);
        BinaryPrimitives.WriteInt32BigEndian(bytes[26..], Complete);
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], Rank.Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[10..], Rank.IdHigh);
        BinaryPrimitives.WriteInt64BigEndian(bytes[18..], Rank.IdLow);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="BadCursorException">No search gave this.</exception>
    public static SearchCursor Parse(string text, HitOrder order)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (!Base64Url.IsValid(text, out var length) || length != Size || !Base64Url.TryDecodeFromChars(text, bytes, out _))
            throw new BadCursorException();
        var rank = new HitRank(
            BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), BinaryPrimitives.ReadInt64BigEndian(bytes[10..]), BinaryPrimitives.ReadInt64BigEndian(bytes[18..]));
        var cursor = new SearchCursor(
            (MatchMode)bytes[0], bytes[30] == NoLead ? null : (MatchMode)bytes[30], bytes[31], BinaryPrimitives.ReadInt32BigEndian(bytes[26..]), (HitOrder)bytes[1], rank);
        return Enum.IsDefined(cursor.Mode) && cursor.MostMisread is 1 or 2 && (cursor.Lead is not { } lead || Enum.IsDefined(lead)) && cursor.Order == order ? cursor : throw new BadCursorException();
    }
}

/// <summary>The cursor is not one that this search gave.</summary>
public sealed class BadCursorException() : Exception("The cursor does not belong to this search.");
