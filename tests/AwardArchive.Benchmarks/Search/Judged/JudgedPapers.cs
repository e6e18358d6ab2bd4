using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Judged;

/// <summary>The papers of a judged set with what they say, and what was planted in them for queries to find.</summary>
internal sealed class JudgedPapers
{
    private const int Count = 620;
    private const int MostPages = 3;
    private const float HeavyNoise = 0.2f;

    private readonly SplitMix64 random;
    private readonly SpecGenerator generator;
    private readonly Vocabulary vocabulary = new();
    private readonly List<PaperSpec> specs = [];
    private readonly HashSet<string> taken;

    public JudgedPapers(SplitMix64 random)
    {
        this.random = random;
        generator = new(random.Fork(), vocabulary);
        for (var i = 0; i < Count; i++) specs.Add(generator.Next(random.Chance(0.2f) ? HeavyNoise : CorpusGenerator.Noise, MostPages));
        taken = specs.SelectMany(spec => spec.People).Select(person => WordForms.WithoutMarks(person.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<PaperSpec> Specs => specs;

    public static bool IsDamaged(PaperSpec spec) => spec.Noise >= HeavyNoise;

    /// <summary>Puts a person nobody else is named like into a list, as the scan misread the name; every other time into another list, read well.</summary>
    /// <param name="misread">Gives the words of a name as they were read; null where it cannot spoil this one.</param>
    /// <returns>The person, and the numbers of the papers.</returns>
    public (PaperPerson Person, int[] Papers) PlantMisread(Func<string[], string?> misread, bool alsoReadWell)
    {
        while (true)
        {
            var paper = AnyPaper(spec => spec.People.Count > 3);
            var person = generator.Person(specs[paper].Province);
            if (misread(person.Name.Split(' ')) is not { } printed || !taken.Add(WordForms.WithoutMarks(person.Name))) continue;
            Add(paper, person with { Printed = printed });
            if (!alsoReadWell) return (person, [paper]);
            var other = AnyPaper(spec => spec.People.Count > 3 && spec != specs[paper]);
            Add(other, person);
            return (person, [paper, other]);
        }
    }

    /// <summary>Adds a sentence to the body of a paper that has none yet.</summary>
    public int PlantSentence(string sentence)
    {
        var paper = AnyPaper(spec => spec.Sentences.Count == 0);
        specs[paper] = specs[paper] with { Sentences = [$"{OcrNoise.Protected}{sentence}{OcrNoise.Protected}"] };
        return paper;
    }

    /// <summary>Two syllables that stand together nowhere else.</summary>
    public string Hamlet() => $"{random.Pick(vocabulary.Given)} {random.Pick(vocabulary.Given)}";

    public IReadOnlyList<CorpusDocument> Write()
    {
        var writer = new SpecWriter(vocabulary);
        return [.. specs.Select(spec => writer.Write(spec, random.Fork()))];
    }

    private void Add(int paper, PaperPerson person)
    {
        var people = specs[paper].People.ToList();
        people.Insert(random.Between(0, people.Count), person);
        specs[paper] = specs[paper] with { People = people };
    }

    private int AnyPaper(Func<PaperSpec, bool> fits)
    {
        while (true)
        {
            var paper = random.Between(0, specs.Count - 1);
            if (fits(specs[paper])) return paper;
        }
    }
}
