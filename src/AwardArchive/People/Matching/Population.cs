using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>What is usual among the people of the archive: how often names, places and birth years come up. Agreement in what is rare says more.</summary>
/// <remarks>Counted from all mentions in one pass; a person who is mentioned twice counts twice. Immutable once built.</remarks>
internal sealed class Population
{
    /// <summary>Of these the archive has the whole, so that few mentions are not taken for all the people there are.</summary>
    private const int SmallestCount = 2_000;

    /// <summary>The family names of a commune count from so many mentions on as much as those of the whole archive.</summary>
    private const double LocalWeight = 30;

    /// <summary>Mentions that one person may have.</summary>
    private const int MentionsOfOne = 8;

    private const double CommonYear = 1.0 / 60;

    private readonly Shares families = new(FamilyBeforehand);
    private readonly Shares middles = new(MiddleBeforehand);
    private readonly Shares given = new(GivenBeforehand);
    private readonly Dictionary<bool, Shares> givenBySex = new() { [true] = new(GivenBeforehand), [false] = new(GivenBeforehand) };
    private readonly Dictionary<int, int> years = [];
    private readonly Dictionary<string, (Dictionary<string, int>? Of, int All)> familiesOfCommune = new(StringComparer.Ordinal);
    private readonly PlaceShares places = new();
    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private int withYear;

    private Population()
    {
    }

    /// <summary>Mentions, but never fewer than a small archive has.</summary>
    public int Count { get; private set; }

    /// <summary>That two people of one commune bear one name beyond what its parts let one expect; see <see cref="NamesakeRate"/>.</summary>
    public double Namesakes { get; private set; }

    public static Population Of(IReadOnlyList<ReadMention> mentions)
    {
        var population = new Population();
        foreach (var mention in mentions) population.Add(mention);
        population.Count = Math.Max(SmallestCount, mentions.Count);
        population.Namesakes = NamesakeRate.Of(mentions, population);
        return population;
    }

    /// <summary>Of a word as it is written; misread words are rare.</summary>
    public double Family(string word) => families.Of(word);

    public double Middle(string words) => middles.Of(words);

    /// <param name="word">The given name.</param>
    /// <param name="hasThi">Of the whole name; null where that cannot be told.</param>
    public double Given(string word, bool? hasThi) => GivenOf(hasThi).Of(word);

    /// <summary>That another name has this family name, by chance: in some communes everybody is a Hồ.</summary>
    /// <param name="name">Where it has no mark, all that are it without marks count.</param>
    /// <param name="commune">Of both; null where they are not of one.</param>
    public double FamilyByChance(NameForm name, PlaceUnit? commune)
    {
        var share = name.IsInitials ? families.OfInitials(name.Family) : name.IsBare ? families.OfFolded(name.Family) : families.Of(name.Family);
        if (commune is null || name.IsInitials) return share;
        var counts = familiesOfCommune.GetValueOrDefault(Folding.Fold(commune.Key));
        return ((counts.Of?.GetValueOrDefault(name.FamilyFolded) ?? 0) + (LocalWeight * share)) / (counts.All + LocalWeight);
    }

    public double MiddleByChance(NameForm name) => name.IsInitials ? middles.OfInitials(name.Middle) : name.IsBare ? middles.OfFolded(name.Middle) : middles.Of(name.Middle);

    public double GivenByChance(NameForm name) => name.IsBare ? GivenOf(name.Class).OfFolded(name.Given) : GivenOf(name.Class).Of(name.Given);

    /// <summary>That another name is the same one in all its parts.</summary>
    public double ByChance(NameForm name, PlaceUnit? commune) => FamilyByChance(name, commune) * MiddleByChance(name) * GivenByChance(name);

    /// <summary>
    /// What is known of a whole name: parts come together, as <c>A Rôi</c> does, and then say less than each by itself. 0 where no more have it
    /// than one person alone may.
    /// </summary>
    public double Whole(NameForm name) => Math.Max(0, whole.GetValueOrDefault(Folding.Fold(name.Joined)) - MentionsOfOne) / (double)Count;

    public double Year(int year) => (years.GetValueOrDefault(year) + (50 * CommonYear)) / (withYear + 50);

    /// <summary>The share of all mentions that name a place compatible with this one at a level.</summary>
    public double PlaceShare(HomePlace place, PlaceLevel level) => places.Of(place, level);

    public double UnitShare(PlaceUnit unit, PlaceLevel level) => places.Of(unit, level);

    private void Add(ReadMention mention)
    {
        var name = mention.Name;
        families.Add(name.Family);
        middles.Add(name.Middle);
        given.Add(name.Given);
        if (name.Class is { } sex) givenBySex[sex].Add(name.Given);
        var joined = Folding.Fold(name.Joined);
        whole[joined] = whole.GetValueOrDefault(joined) + 1;
        if (mention.Year is { } year)
        {
            years[year] = years.GetValueOrDefault(year) + 1;
            withYear++;
        }
        places.Add(mention.Home);
        if (mention.Home.Commune is not { } commune) return;
        var key = Folding.Fold(commune.Key);
        var (counts, all) = familiesOfCommune.GetValueOrDefault(key);
        counts ??= new(StringComparer.Ordinal);
        counts[name.FamilyFolded] = counts.GetValueOrDefault(name.FamilyFolded) + 1;
        familiesOfCommune[key] = (counts, all + 1);
    }

    private Shares GivenOf(bool? hasThi) => hasThi is { } sex ? givenBySex[sex] : given;

    // Shares of family names: Lê Trung Hoa, "Họ và tên người Việt Nam" (2005), as cited in "Họ người Việt Nam", Wikipedia; rounded.
    private static double FamilyBeforehand(string word) => word switch
    {
        "nguyễn" => 0.32,
        "trần" => 0.11,
        "lê" => 0.1,
        "phạm" => 0.07,
        "hoàng" or "phan" => 0.045,
        "vũ" or "võ" or "đặng" or "bùi" or "huỳnh" => 0.02,
        "đỗ" or "hồ" or "ngô" or "dương" => 0.014,
        "" => 0.01,
        _ => FamilyNames.IsCommon(word) ? 0.003 : 0.0003,
    };

    private static double MiddleBeforehand(string words) => words switch
    {
        "thị" => 0.35,
        "văn" => 0.2,
        "" => 0.05,
        _ => 0.003,
    };

    private static double GivenBeforehand(string word) => Syllable.IsPossible(word) ? 0.003 : 0.0003;
}
