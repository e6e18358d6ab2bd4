namespace AwardArchive.People.Matching;

/// <summary>Compares two names part by part: how much likelier they are of one person than of two.</summary>
/// <remarks>
/// For each part the two ways are added up in which one true word can stand there twice: the first read right and the second misread, and
/// the other way round. Over the share of the misread word among all people this is the part's likelihood ratio: a misreading that is
/// itself a usual name (<c>Mon</c>, <c>Môn</c>) says less than one that is nobody's name.
/// </remarks>
internal sealed class NameComparer(Misreading misreading, Population population)
{
    // Of one person's names: the part was another word altogether, by mistake or for no known reason.
    private const double OtherFamily = 0.001;
    private const double OtherMiddle = 0.004;
    private const double OtherGiven = 0.0005;

    /// <summary>A middle name, or one word of it, that is left out.</summary>
    private const double MiddleLeftOut = 0.02;

    /// <summary>No middle name on both sides says little: it may be left out twice.</summary>
    private const double NoMiddle = 0.2;

    /// <summary>A blank within a word, or none between two.</summary>
    private const double Torn = 0.005;

    private const double Alias = 0.05;

    /// <param name="one">The first name with its aliases.</param>
    /// <param name="other">The second.</param>
    /// <param name="commune">Whose family names count where both are of it; else null.</param>
    public Evidence Compare(ReadMention one, ReadMention other, PlaceUnit? commune)
    {
        var best = Compare(one.Name, other.Name, commune);
        if (best.Kind == EvidenceKind.NameSame && !IsWrittenAlike(one, other)) best.Kind = EvidenceKind.NameSpelling;
        foreach (var mine in one.Name.Aliases.Prepend(one.Name))
        {
            foreach (var theirs in other.Name.Aliases.Prepend(other.Name))
            {
                if (ReferenceEquals(mine, one.Name) && ReferenceEquals(theirs, other.Name)) continue;
                var weight = Compare(mine, theirs, commune).Weight + Math.Log(Alias);
                if (weight > best.Weight) best = (weight, EvidenceKind.NameThroughAlias);
            }
        }
        return new(best.Kind, best.Weight, one.Source.Name, other.Source.Name);
    }

    /// <summary>Of names alone: above 1 they speak for one person.</summary>
    public double RatioOf(NameForm one, NameForm other) => Math.Exp(Compare(one, other, commune: null).Weight);

    private (double Weight, EvidenceKind Kind) Compare(NameForm one, NameForm other, PlaceUnit? commune)
    {
        if (one.Joined.Length == 0 || other.Joined.Length == 0) return (0, EvidenceKind.NameDiffers);
        if (one.IsBare != other.IsBare && !one.IsInitials && !other.IsInitials)
        {
            // A paper without marks has none anywhere: the name lost them at once, not word by word.
            var bare = Compare(one.Bare(), other.Bare(), commune);
            return (bare.Weight, bare.Kind == EvidenceKind.NameSame ? EvidenceKind.NameMarksMissing : bare.Kind);
        }
        var (family, familyChange) = Family(one, other, commune);
        var (middle, middleChange) = Middle(one, other);
        var (given, givenChange) = Word(
            one.Given, other.Given, population.Given(one.Given, one.Class), population.Given(other.Given, other.Class), OtherGiven,
            Math.Max(population.GivenByChance(one), population.GivenByChance(other)));
        var weight = -Math.Log((1 / (family * middle * given)) + Math.Max(population.Whole(one), population.Whole(other)));
        if (one.Joined == other.Joined && (one.Family, one.Middle) != (other.Family, other.Middle))
        {
            // One of the two is whole: its parts say how usual the name is.
            var whole = Math.Max(population.ByChance(one, commune), population.ByChance(other, commune));
            return (Math.Max(weight, Math.Log(Torn / whole)), EvidenceKind.NameSpelling);
        }
        return (weight, new[] { familyChange, middleChange, givenChange }.MaxBy(Gravity));
    }

    private (double Ratio, EvidenceKind Change) Family(NameForm one, NameForm other, PlaceUnit? commune)
    {
        // "Mẹ Suốt": the family name is left out, which says nothing.
        if (one.Family.Length == 0 || other.Family.Length == 0)
            return (1, one.Family == other.Family ? EvidenceKind.NameSame : EvidenceKind.NameMiddleMissing);
        return Word(
            one.Family, other.Family, population.Family(one.Family), population.Family(other.Family), OtherFamily,
            Math.Max(population.FamilyByChance(one, commune), population.FamilyByChance(other, commune)));
    }

    /// <param name="byChance">That another person has one of the two words: a misread word says no more than the word it stands for.</param>
    private (double Ratio, EvidenceKind Change) Word(string one, string other, double shareOfOne, double shareOfOther, double least, double byChance)
    {
        if (one == other) return (Misreading.Same / byChance, EvidenceKind.NameSame);
        var (read, change) = misreading.Of(one, other);
        var (back, changeBack) = misreading.Of(other, one);
        var ratio = Math.Min((read / shareOfOther) + (back / shareOfOne), Misreading.Same / byChance);
        var likelier = read / shareOfOther > back / shareOfOne ? change : changeBack;
        return ratio > least ? (ratio, KindOf(likelier)) : (least, EvidenceKind.NameDiffers);
    }

    private (double Ratio, EvidenceKind Change) Middle(NameForm oneName, NameForm otherName)
    {
        var (one, other) = (oneName.Middle, otherName.Middle);
        if (one == other) return (Misreading.Same / Math.Max(population.MiddleByChance(oneName), one.Length == 0 ? NoMiddle : 0), EvidenceKind.NameSame);
        var (words, others) = (Split(one), Split(other));
        var (shareOfOne, shareOfOther) = (population.Middle(one), population.Middle(other));
        if (words.Length == others.Length)
        {
            var (read, back, change) = (1.0, 1.0, EvidenceKind.NameSame);
            for (var i = 0; i < words.Length; i++)
            {
                var (there, how) = misreading.Of(words[i], others[i]);
                var (again, howAgain) = misreading.Of(others[i], words[i]);
                (read, back) = (read * there, back * again);
                change = new[] { change, KindOf(there > again ? how : howAgain) }.MaxBy(Gravity);
            }
            var ratio = (read / shareOfOther) + (back / shareOfOne);
            return ratio > OtherMiddle ? (ratio, change) : (OtherMiddle, EvidenceKind.NameDiffers);
        }
        var (shorter, longer, shareOfShorter) = words.Length < others.Length ? (words, others, shareOfOne) : (others, words, shareOfOther);
        return Within(shorter, longer) is { } found && MiddleLeftOut * found / shareOfShorter is > OtherMiddle and var left
            ? (left, EvidenceKind.NameMiddleMissing)
            : (OtherMiddle, EvidenceKind.NameDiffers);
    }

    /// <summary>The words of the shorter stand in the longer, in order; how likely as they are written.</summary>
    private double? Within(string[] shorter, string[] longer)
    {
        var (share, at) = (1.0, 0);
        for (var i = 0; i < shorter.Length; i++)
        {
            while (at < longer.Length && misreading.Of(longer[at], shorter[i]).Share < 1e-4) at++;
            if (at == longer.Length) return null;
            share *= misreading.Of(longer[at++], shorter[i]).Share;
        }
        return share;
    }

    private static bool IsWrittenAlike(ReadMention one, ReadMention other) =>
        string.Equals(one.Source.Name.Trim(), other.Source.Name.Trim(), StringComparison.OrdinalIgnoreCase);

    private static EvidenceKind KindOf(WordChange change) => change switch
    {
        WordChange.None => EvidenceKind.NameSame,
        WordChange.MarksMissing => EvidenceKind.NameMarksMissing,
        WordChange.MarksDiffer => EvidenceKind.NameMarksDiffer,
        WordChange.LettersDiffer => EvidenceKind.NameLettersDiffer,
        WordChange.Initial => EvidenceKind.NameInitials,
        _ => EvidenceKind.NameDiffers,
    };

    private static int Gravity(EvidenceKind kind) => kind switch
    {
        EvidenceKind.NameSame => 0,
        EvidenceKind.NameMarksMissing => 1,
        EvidenceKind.NameInitials => 2,
        EvidenceKind.NameMiddleMissing => 3,
        EvidenceKind.NameMarksDiffer => 4,
        EvidenceKind.NameLettersDiffer => 5,
        _ => 6,
    };

    private static string[] Split(string words) => words.Length == 0 ? [] : words.Split(' ');
}
