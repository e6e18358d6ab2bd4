namespace AwardArchive.Vietnamese;

/// <summary>The words between a person's names: "bí danh", "tức", "còn gọi là", parentheses.</summary>
internal static class AliasWords
{
    private static readonly PhraseTable<string> Words = new(
        new[]
        {
            "bí danh", "bí danh là", "tức", "tức là", "còn gọi là", "còn gọi", "hay còn gọi là", "thường gọi là", "thường gọi", "tên thường gọi là",
            "tên thường gọi", "tên thật là", "tên thật", "tên khai sinh là", "tên khai sinh", "tên gọi khác là", "tên gọi khác", "tên khác là", "tên khác",
            "tên cũ là", "tên cũ", "biệt danh", "biệt danh là", "bí danh khác",
        }.Select(words => (words, words)));

    /// <summary>The stretches of a text that are names, in order; the first is the name itself.</summary>
    /// <returns>For each whether words or parentheses say that it is another name: a comma alone does not.</returns>
    public static IEnumerable<(int Start, int End, bool IsAlias)> Split(string text)
    {
        var words = new Queue<(int Start, int End)>(
            from found in Words.Find(text)
            where IsWhole(text, found.Start, found.End, found.Values[0])
            select (found.Start, found.End));
        var start = 0;
        var depth = 0;
        var isAlias = false;
        for (var at = 0; at <= text.Length; at++)
        {
            var isWord = words.TryPeek(out var word) && word.Start == at;
            if (!isWord && at < text.Length && !IsSign(text[at])) continue;
            if (HasLetter(text.AsSpan(start..at))) yield return (start, at, isAlias);
            if (isWord) words.Dequeue();
            else if (at < text.Length) depth = text[at] is '(' or '[' ? depth + 1 : text[at] is ')' or ']' ? Math.Max(0, depth - 1) : depth;
            isAlias = isWord || depth > 0 || (isAlias && at < text.Length && text[at] == ':');
            start = isWord ? word.End : at + 1;
            at = start - 1;
        }
    }

    private static bool IsSign(char character) => character is '(' or ')' or '[' or ']' or ',' or ';' or ':' or '"' or '“' or '”';

    /// <summary>With all marks or none: <c>Tục</c> is a name.</summary>
    private static bool IsWhole(string text, int start, int end, string words)
    {
        var normals = string.Join(' ', Tokenizer.Tokenize(text[start..end]).Select(token => token.Normal()));
        return normals == string.Join(' ', Tokenizer.Tokenize(words).Select(token => token.Normal())) || normals == Folding.Fold(words);
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character)) return true;
        }
        return false;
    }
}
