using System.Globalization;
using System.Text;
using QRCoder;

namespace AwardArchive.Access.Accounts;

/// <summary>A QR code as it is drawn in SVG.</summary>
/// <param name="Size">Of a side, in modules, with the white edge of four that readers need (ISO/IEC 18004).</param>
/// <param name="Path">The dark modules, one unit each.</param>
internal sealed record QrCode(int Size, string Path)
{
    /// <param name="text">At most 1,800 bytes of UTF-8.</param>
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (row[x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
