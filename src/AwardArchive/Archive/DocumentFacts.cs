using System.Globalization;
using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>A rectangle on a page image: pixels of the stored image, origin at the top left.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    [JsonIgnore]
    public int Right => X + Width;

    [JsonIgnore]
    public int Bottom => Y + Height;

    /// <summary>As addresses have it: <c>X,Y,WIDTH,HEIGHT</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other)
    {
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new Box(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}

/// <summary>One fact as it stands on the paper and as the archive understands it.</summary>
/// <param name="Value">The normal form: an ISO date, a number without blanks, a canonical type word.</param>
/// <param name="AsWritten">The letters on the page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Around the words it was read from.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Source">Which rule and version, or which person, says so: <c>number-line/1</c>.</param>
public sealed record Fact(string Value, string AsWritten, int Page, Box Box, double Confidence, string Source)
{
    /// <summary>As <see cref="RowField.Moved"/>.</summary>
    internal Fact Moved(int pages, int pageCount) =>
        Page + pages is var page && page >= 1 && page <= pageCount ? this with { Page = page } : this with { Page = 1, Box = default };
}

/// <summary>What was read from a document's words; null where the paper says nothing.</summary>
/// <param name="Kind">The paper's own type word: Quyết định, Tờ trình, Danh sách …</param>
/// <param name="Number">Digits and suffix: <c>345</c> of "Số: 345/QĐ-UB".</param>
/// <param name="Symbol">The rest of the number: <c>QĐ-UB</c>.</param>
/// <param name="IssuedOn">ISO 8601, partial (<c>1968-02</c>) where the paper is.</param>
/// <param name="Title">The trích yếu, without "V/v".</param>
public sealed record DocumentFacts(Fact? Kind, Fact? Number, Fact? Symbol, Fact? IssuedOn, Fact? Title)
{
    /// <summary>Where it was issued: the place before the date.</summary>
    public Fact? Place { get; init; }

    /// <summary>The issuing body as printed, without the body above it.</summary>
    public Fact? Issuer { get; init; }

    /// <summary>The body above the issuer, as printed.</summary>
    public Fact? Parent { get; init; }

    /// <summary>What the paper is about: the canonical name of an award without its class.</summary>
    public Fact? Award { get; init; }

    /// <summary><c>Nhất</c>, <c>Nhì</c> or <c>Ba</c>.</summary>
    public Fact? AwardClass { get; init; }

    /// <summary>Who signed, without title or degree.</summary>
    public Fact? Signer { get; init; }

    /// <summary>The signer's own office, the last line above the name: PHÓ CHỦ TỊCH of "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH".</summary>
    public Fact? SignerTitle { get; init; }

    /// <summary>In what capacity: <c>TM.</c>, <c>KT.</c>, <c>TL.</c>, <c>TUQ.</c> or <c>Q.</c>; of several the one next to the office.</summary>
    public Fact? Capacity { get; init; }

    /// <summary>The secrecy stamp: <c>secret</c>, <c>topSecret</c> or <c>ultraSecret</c>. Proposes a confidentiality, sets none.</summary>
    public Fact? Secrecy { get; init; }

    /// <summary><c>SAO Y</c>, <c>SAO LỤC</c> or <c>TRÍCH SAO</c>.</summary>
    public Fact? CopyMark { get; init; }

    /// <summary>The paper that this one is annexed to, as <c>458/QĐ-CTN</c>: "(Kèm theo Quyết định số 458/QĐ-CTN …)".</summary>
    public Fact? AnnexTo { get; init; }

    /// <summary>Legal bases and other papers that it names, in the order of the page; the value is the number, as <c>56/2013/NĐ-CP</c>.</summary>
    public IReadOnlyList<Fact> Citations { get; init; } = [];

    /// <summary>"Nơi nhận": one a line, without the dash and the semicolon.</summary>
    public IReadOnlyList<Fact> SentTo { get; init; } = [];

    /// <summary>What does not add up: rows missing from a list, two heads that contradict each other.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];

    public static DocumentFacts None { get; } = new(null, null, null, null, null);
}
