using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Language;

/// <summary>The words around, in normal form; empty at the block's end and where there is no word of letters.</summary>
internal readonly record struct Neighbors(string SecondBefore, string Before, string After, string SecondAfter);

/// <summary>The words of a page with what stands beside each.</summary>
internal sealed class WordsInContext
{
    public const double JoinedLikely = 0.5;

    public WordsInContext(IReadOnlyList<Word> words)
    {
        Words = words;
        Cores = [.. words.Select(word => WordCore.Of(word.Text))];
        Normals = [.. Cores.Select(core => core.IsWord ? NormalForm.OfWord(core.Core) : "")];
    }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<WordCore> Cores { get; }

    /// <summary>Empty for what is not all letters.</summary>
    public IReadOnlyList<string> Normals { get; }

    public Neighbors NeighborsOf(int i)
    {
        return new(At(i - 2), At(i - 1), At(i + 1), At(i + 2));

        string At(int at) => at >= 0 && at < Words.Count && Words[at].Block == Words[i].Block ? Normals[at] : "";
    }

    /// <summary>A look-alike of 1 where nothing else can stand: <c>Điều l.</c> or <c>Điều L:</c> at the start of a line.</summary>
    public bool IsNumberOfArticle(int i) =>
        i > 0 && NumberReadings.IsOne(Cores[i].Core) && Words[i].Text[(Cores[i].Start + 1)..] is ['.' or ':', ..]
        && Normals[i - 1] == "điều" && Words[i - 1].Line == Words[i].Line && (i == 1 || Words[i - 2].Line != Words[i].Line);

    /// <summary>
    /// The whole of a word of which this is the first part: broken at the line's end with a hyphen, or torn by the engine. A reading of the
    /// first part, at its position; the second stays a word of its own.
    /// </summary>
    public string? JoinedWithNext(int i, Lexicon lexicon)
    {
        if (i + 1 == Words.Count || Words[i].Block != Words[i + 1].Block || Normals[i].Length == 0 || Normals[i + 1].Length == 0) return null;
        if (Cores[i + 1].HasOpeningSigns || Cores[i + 1].IsCapitalized != Cores[i].IsInCapitals) return null;
        var joined = NormalForm.OfWord(Cores[i].Core + Cores[i + 1].Core);
        if (!lexicon.Has(joined)) return null;
        var hyphened = Words[i].Line != Words[i + 1].Line && Words[i].Text[(Cores[i].Start + Cores[i].Length)..] == "-";
        var torn = Words[i].Line == Words[i + 1].Line && !Cores[i].HasClosingSigns && !(lexicon.Has(Normals[i]) && lexicon.Has(Normals[i + 1]));
        return hyphened || torn ? Words[i].Text[..(Cores[i].Start + Cores[i].Length)] + Words[i + 1].Text : null;
    }
}
