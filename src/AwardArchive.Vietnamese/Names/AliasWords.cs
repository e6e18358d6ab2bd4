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

    /// <summary>The stretches of a text that are names, in order; where a blank stretch stands between two signs there is none.</summary>
    public static IEnumerable<(int Start, int End)> Split(string text)
    {
        // Only the words in full or without any mark: "Tục" is a name.
        var words = new Queue<(int Start, int End)>(
            from found in Words.Find(text)
            where IsWhole(text, found.Start, found.End, found.Values[0])
            select (found.Start, found.End));
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var next = at;
            if (words.TryPeek(out var word) && word.Start == at)
            {
                next = word.End;
                words.Dequeue();
            }
            else if (at < text.Length && text[at] is '(' or ')' or ',' or ';' or ':' or '"' or '“' or '”' or '[' or ']') next = at + 1;
            else if (at < text.Length) continue;
            if (HasLetter(text.AsSpan(start..at))) yield return (start, at);
            start = next;
            at = Math.Max(at, next - 1);
        }
    }

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
