namespace AwardArchive.Vietnamese;

/// <summary>Words by their letters, so that words which begin alike are compared once.</summary>
public sealed class WordTree
{
    internal const int Root = 0;

    // A node a letter: its first child and the next of its parent's children; 0 for none, since the root is nobody's child.
    private readonly List<Node> _nodes = [new(default, 0, 0, null)];

    /// <param name="words">Small letters, NFC, at most <see cref="Tokenizer.MaxLength"/> of them; twice is once.</param>
    public WordTree(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words) Add(word);
    }

    /// <summary>Letters of the longest word.</summary>
    internal int Depth { get; private set; }

    private void Add(string word)
    {
        if (word.Length > Tokenizer.MaxLength) throw new ArgumentException($"No word: '{word}'.");
        var node = Root;
        foreach (var letter in word) node = Child(node, letter) ?? Append(node, letter);
        _nodes[node] = _nodes[node] with { Word = word };
        Depth = Math.Max(Depth, word.Length);
    }

    /// <summary>Whether it is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        var node = Root;
        foreach (var letter in word)
        {
            if (Child(node, letter) is not { } child) return false;
            node = child;
        }
        return _nodes[node].Word is not null;
    }

    internal string? WordAt(int node) => _nodes[node].Word;

    internal int FirstChild(int node) => _nodes[node].FirstChild;

    internal int NextSibling(int node) => _nodes[node].NextSibling;

    internal char LetterOf(int node) => _nodes[node].Letter;

    private int? Child(int node, char letter)
    {
        for (var child = _nodes[node].FirstChild; child != 0; child = _nodes[child].NextSibling)
        {
            if (_nodes[child].Letter == letter) return child;
        }
        return null;
    }

    private int Append(int parent, char letter)
    {
        _nodes.Add(new(letter, 0, _nodes[parent].FirstChild, null));
        _nodes[parent] = _nodes[parent] with { FirstChild = _nodes.Count - 1 };
        return _nodes.Count - 1;
    }

    private readonly record struct Node(char Letter, int FirstChild, int NextSibling, string? Word);
}
