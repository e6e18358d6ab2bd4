using System.Runtime.InteropServices;

namespace AwardArchive.Vietnamese;

/// <summary>Words by their letters, so that words which begin alike are compared once.</summary>
public sealed class WordTree
{
    internal const int Root = 0;

    // A node a letter: its first child and the next of its parent's children; 0 for none, since the root is nobody's child.
    private readonly Node[] _nodes;

    /// <param name="words">Small letters, NFC, at most <see cref="Tokenizer.MaxLength"/> of them; twice is once.</param>
    public WordTree(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var nodes = new List<Node> { new(default, 0, 0, null) };
        foreach (var word in words)
        {
            if (word.Length > Tokenizer.MaxLength) throw new ArgumentException($"No word: '{word}'.");
            Add(nodes, word);
            Depth = Math.Max(Depth, word.Length);
        }
        _nodes = [.. nodes];
    }

    /// <summary>Letters of the longest word.</summary>
    internal int Depth { get; }

    /// <summary>Whether it is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        var node = Root;
        foreach (var letter in word)
        {
            if (Child(_nodes, node, letter) is not { } child) return false;
            node = child;
        }
        return _nodes[node].Word is not null;
    }

    internal string? WordAt(int node) => _nodes[node].Word;

    internal int FirstChild(int node) => _nodes[node].FirstChild;

    internal int NextSibling(int node) => _nodes[node].NextSibling;

    internal char LetterOf(int node) => _nodes[node].Letter;

    private static void Add(List<Node> nodes, string word)
    {
        var node = Root;
        foreach (var letter in word) node = Child(CollectionsMarshal.AsSpan(nodes), node, letter) ?? Append(nodes, node, letter);
        nodes[node] = nodes[node] with { Word = word };
    }

    private static int? Child(ReadOnlySpan<Node> nodes, int node, char letter)
    {
        for (var child = nodes[node].FirstChild; child != 0; child = nodes[child].NextSibling)
        {
            if (nodes[child].Letter == letter) return child;
        }
        return null;
    }

    private static int Append(List<Node> nodes, int parent, char letter)
    {
        nodes.Add(new(letter, 0, nodes[parent].FirstChild, null));
        nodes[parent] = nodes[parent] with { FirstChild = nodes.Count - 1 };
        return nodes.Count - 1;
    }

    private readonly record struct Node(char Letter, int FirstChild, int NextSibling, string? Word);
}
