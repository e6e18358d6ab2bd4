using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Language;

/// <summary>The words of Vietnamese, and the fixed phrases of this field: what makes one reading more likely than another.</summary>
internal sealed class Lexicon
{
    private readonly HashSet<string> _words;
    private readonly Dictionary<string, int> _inPhrases = [];
    private readonly HashSet<(string, string)> _pairs = [];
    private readonly HashSet<(string, string, string)> _triples = [];

    /// <param name="words">One syllable each.</param>
    /// <param name="phrases">Syllables with blanks between.</param>
    public Lexicon(IEnumerable<string> words, IEnumerable<string> phrases)
    {
        _words = [.. words.Select(word => NormalForm.OfWord(word)).Where(word => Syllable.IsPossible(word))];
        foreach (var phrase in phrases) Add([.. phrase.Split(' ').Select(word => NormalForm.OfWord(word))]);
        Candidates = new(_words.Concat(Syllable.AllPossible()));
    }

    /// <summary>As it lies in <c>ocr-data</c>, inside the program.</summary>
    public static Lexicon Default { get; } = new(Lines("words.txt"), Lines("phrases.txt"));

    /// <summary>What a word may be read as: all words, and all syllables that could be one, since names take any of them.</summary>
    public WordTree Candidates { get; }

    /// <summary>Whether it is a word of the language; all parameters here in normal form.</summary>
    public bool Has(string word) => _words.Contains(word);

    /// <summary>How often it stands in the phrases.</summary>
    public int CountInPhrases(string word) => _inPhrases.GetValueOrDefault(word);

    /// <summary>Whether some phrase has them side by side.</summary>
    public bool HasPair(string word, string next) => _pairs.Contains((word, next));

    public bool HasTriple(string word, string next, string third) => _triples.Contains((word, next, third));

    private void Add(string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            _words.Add(phrase[i]);
            _inPhrases[phrase[i]] = CountInPhrases(phrase[i]) + 1;
            if (i > 0) _pairs.Add((phrase[i - 1], phrase[i]));
            if (i > 1) _triples.Add((phrase[i - 2], phrase[i - 1], phrase[i]));
        }
    }

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
