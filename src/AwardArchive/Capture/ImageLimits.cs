namespace AwardArchive.Capture;

/// <summary>Width and height of a page image, in pixels.</summary>
internal readonly record struct ImageSize(long Width, long Height);

/// <summary>What is refused by the numbers in a file's head, before anything is decoded.</summary>
internal static class ImageLimits
{
    public static void CheckSize(ImageSize size, CaptureOptions limits)
    {
        if (size.Width > limits.MaxSide || size.Height > limits.MaxSide || size.Width * size.Height > limits.MaxPixels)
        {
            throw new CaptureRefusedException(
                CaptureProblem.ImageTooLarge,
                $"Ảnh {size.Width} × {size.Height} điểm ảnh vượt giới hạn (cạnh tối đa {limits.MaxSide}, tổng tối đa {limits.MaxPixels} điểm ảnh).");
        }
    }

    public static void CheckPages(int pages, CaptureOptions limits)
    {
        if (pages > limits.MaxPages)
            throw new CaptureRefusedException(CaptureProblem.TooManyPages, $"Tệp có hơn {limits.MaxPages} trang; hãy tách thành nhiều tệp.");
    }
}
