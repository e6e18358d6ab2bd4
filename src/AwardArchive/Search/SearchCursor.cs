using System.Buffers.Binary;
using System.Buffers.Text;

namespace AwardArchive.Search;

/// <summary>Where a stretch of hits ended: the sort values of its last hit. Opaque to callers.</summary>
/// <param name="Mode">In which the query found its hits: the next stretch may not be stricter.</param>
/// <param name="Order">The order it belongs to.</param>
/// <param name="Key">Bits of the score, or the date of issue.</param>
/// <param name="IdHigh">Of the last hit's document.</param>
/// <param name="IdLow">Its second half.</param>
internal readonly record struct SearchCursor(MatchMode Mode, HitOrder Order, long Key, long IdHigh, long IdLow)
{
    private const int Size = 26;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        (bytes[0], bytes[1]) = ((byte)Mode, (byte)Order);
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[10..], IdHigh);
        BinaryPrimitives.WriteInt64BigEndian(bytes[18..], IdLow);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="BadCursorException">No search gave this.</exception>
    public static SearchCursor Parse(string text, HitOrder order)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (!Base64Url.IsValid(text, out var length) || length != Size || !Base64Url.TryDecodeFromChars(text, bytes, out _))
            throw new BadCursorException();
        var cursor = new SearchCursor(
            (MatchMode)bytes[0], (HitOrder)bytes[1], BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[10..]), BinaryPrimitives.ReadInt64BigEndian(bytes[18..]));
        return Enum.IsDefined(cursor.Mode) && cursor.Order == order ? cursor : throw new BadCursorException();
    }
}

/// <summary>The cursor is not one that this search gave.</summary>
public sealed class BadCursorException() : Exception("The cursor does not belong to this search.");
