using System.Text;
using AwardArchive.Demo;
using AwardArchive.Recognition;
using AwardArchive.Vietnamese;

namespace AwardArchive.Tests.Reading.Forms;

/// <summary>
/// Gives words the errors of recognition: letters are taken for others as often as <c>confusions.tsv</c> has learnt from scans of all levels; colons are lost, stick
/// to what follows, and the dots of leaders are read, now and then.
/// </summary>
internal sealed class Misreading(ulong seed)
{
    private const float LostColon = 0.05f;
    private const float JoinedColon = 0.05f;
    private const float ReadLeader = 0.1f;

    private static readonly ILookup<char, (string Read, float Share)> Confusions = ConfusionTable.Embedded()
        .Where(seen => seen.Truth.Length == 1 && seen.Of > 0)
        .ToLookup(seen => seen.Truth[0], seen => (seen.Read, (float)seen.Count / seen.Of));

    private readonly SplitMix64 random = new(seed);

    public IReadOnlyList<PageWords> Of(IReadOnlyList<PageWords> pages) => [.. pages.Select(page => page with { Words = [.. WordsOf(page.Words)] })];

    private IEnumerable<Word> WordsOf(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var text = TextOf(words[i].Text);
            if (text.EndsWith(':'))
            {
                if (random.Chance(LostColon)) text = text[..^1];
                else if (random.Chance(ReadLeader)) text += "......";
                else if (random.Chance(JoinedColon) && i + 1 < words.Count && words[i + 1].Line == words[i].Line)
                {
                    text += TextOf(words[++i].Text);
                    var box = words[i - 1].Box.Union(words[i].Box);
                    yield return words[i - 1] with { Text = text, Width = box.Width, Height = box.Height };
                    continue;
                }
            }
            if (text.Length > 0) yield return words[i] with { Text = text };
        }
    }

    private string TextOf(string text)
    {
        var read = new StringBuilder();
        foreach (var letter in text)
        {
            var at = random.Unit();
            var taken = letter.ToString();
            foreach (var (other, share) in Confusions[char.ToLowerInvariant(letter)])
            {
                at -= share;
                if (at >= 0) continue;
                taken = char.IsUpper(letter) ? other.ToUpperInvariant() : other;
                break;
            }
            read.Append(taken);
        }
        return read.ToString();
    }
}
