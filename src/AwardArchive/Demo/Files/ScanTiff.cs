using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Demo.Files;

/// <summary>A TIFF of many pages.</summary>
internal sealed class ScanTiff : IScanFile
{
    private readonly Tiff _tiff;
    private readonly Compression _compression;
    private short _pages;

    /// <param name="compression">LZW or JPEG for gray pages; black-and-white ones are always Group 4.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public ScanTiff(string path, Compression compression)
    {
        _tiff = Tiff.Open(path, "w") ?? throw new IOException($"Cannot write '{path}'.");
        _compression = compression;
    }

    public void Add(ScannedPage page)
    {
        SetPage(_tiff, page.Image, page.Form.DpiX, page.Form.DpiY);
        _tiff.SetField(TiffTag.SUBFILETYPE, FileType.PAGE);
        _tiff.SetField(TiffTag.PAGENUMBER, _pages++, (short)0);
        if (page.Form.IsBilevel) Group4.Write(_tiff, page.Image);
        else WriteGray(page);
        if (!_tiff.WriteDirectory()) throw new IOException("The TIFF page could not be written.");
    }

    public void Dispose() => _tiff.Dispose();

    public static void SetPage(Tiff tiff, SKBitmap image, int dpiX, int dpiY)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, image.Width);
        tiff.SetField(TiffTag.IMAGELENGTH, image.Height);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.ORIENTATION, Orientation.TOPLEFT);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.XRESOLUTION, (double)dpiX);
        tiff.SetField(TiffTag.YRESOLUTION, (double)dpiY);
        tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.INCH);
    }

    private void WriteGray(ScannedPage page)
    {
        _tiff.SetField(TiffTag.BITSPERSAMPLE, 8);
        _tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        _tiff.SetField(TiffTag.COMPRESSION, _compression);
        if (_compression is Compression.LZW) _tiff.SetField(TiffTag.PREDICTOR, Predictor.HORIZONTAL);
        if (_compression is Compression.JPEG) _tiff.SetField(TiffTag.JPEGQUALITY, page.JpegQuality);
        _tiff.SetField(TiffTag.ROWSPERSTRIP, 64);
        var pixels = page.Image.GetPixelSpan();
        var row = new byte[page.Image.Width];
        for (var y = 0; y < page.Image.Height; y++)
        {
            pixels.Slice(y * page.Image.RowBytes, row.Length).CopyTo(row);
            if (!_tiff.WriteScanline(row, y)) throw new IOException("The TIFF encoder refused a row.");
        }
    }
}
