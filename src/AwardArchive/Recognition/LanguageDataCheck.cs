using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>
/// Refuses settings that name language data which Tesseract lacks here. Where it has no data at all it is not installed: then everything
/// else serves, and pages wait (<see cref="RecognitionAvailability"/>).
/// </summary>
internal sealed class LanguageDataCheck : IValidateOptions<RecognitionOptions>
{
    public ValidateOptionsResult Validate(string? name, RecognitionOptions options)
    {
        if (options.TessdataFolder is { Length: > 0 } folder && !Directory.Exists(folder))
            return Wrong(nameof(options.TessdataFolder), $"the folder '{folder}' does not exist.");
        try
        {
            Tessdata.Find(options.Language ?? "", options.TessdataFolder);
            return ValidateOptionsResult.Success;
        }
        catch (RecognitionUnavailableException e)
        {
            return Tessdata.IsInstalled(options.TessdataFolder) ? Wrong(nameof(options.Language), e.Message) : ValidateOptionsResult.Success;
        }
    }

    private static ValidateOptionsResult Wrong(string setting, string what) => ValidateOptionsResult.Fail($"{RecognitionOptions.Section}:{setting}: {what}");
}
