using AwardArchive.Recognition;

namespace AwardArchive.Tests.Reading;

/// <summary>A page made of lines at given places, as an engine would give its words: 100 characters wide, 16 pixels a letter, 30 high.</summary>
internal sealed class Paper
{
    public const int Width = 1900;
    private const int Letter = 16;
    private const int Height = 30;
    private const int Margin = 150;

    private readonly List<Word> words = [];
    private readonly double slope;
    private int line = -1;

    /// <param name="slope">How much the page lies askew: pixels down a pixel right.</param>
    public Paper(double slope = 0) => this.slope = slope;

    public Paper At(int x, int y, string text, bool newLine = true)
    {
        if (newLine || line < 0) line++;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(new(word, x, y + (int)(slope * x), word.Length * Letter, Height, 0.9, line, 0));
            x += (word.Length + 1) * Letter;
        }
        return this;
    }

    public Paper Left(int y, string text) => At(Margin, y, text);

    public Paper Centered(int y, string text) => At((Width - (text.Length * Letter)) / 2, y, text);

    /// <summary>Beside the last line, and told by the engine as one line with it.</summary>
    public Paper Beside(int x, int y, string text) => At(x, y, text, newLine: false);

    public PageWords Page(int number = 1) =>
        new(number, Width, 2700, [.. words], new EngineInfo("test", "1", null, new Dictionary<string, string>()));
}
