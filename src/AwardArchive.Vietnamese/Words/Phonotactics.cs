using System.Collections.Frozen;

namespace AwardArchive.Vietnamese;

/// <summary>Which onset goes with which rime and which tone, in the spelling of <see cref="NormalForm"/>.</summary>
/// <remarks>
/// After the tables of onsets and rimes that every grammar of Vietnamese prints (Đoàn Thiện Thuật, Ngữ âm tiếng Việt, 1977), with the rimes
/// of common loans (<c>xoong</c>, <c>buýt</c>).
/// </remarks>
internal static class Phonotactics
{
    public static readonly FrozenSet<string> Onsets = Set(
        " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

    public static readonly FrozenSet<string> Rimes = Set(
        "a ai ao au ay âu ây e eo ê êu i ia iu iêu o oi oo ô ôi ơ ơi u ua ui uôi ư ưa ưi ưu ươi ươu y yêu "
        + "ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât ec em en eng ep et êch êm ên ênh êp êt "
        + "ich im in inh ip it iêc iêm iên iêng iêp iêt yêm yên yêng yêt oc om on ong op ot ooc oong ôc ôm ôn ông ôp ôt "
        + "ơm ơn ơp ơt uc um un ung up ut uôc uôm uôn uông uôt ưc ưm ưng ưt ươc ươm ươn ương ươp ươt "
        + "oa oai oao oay oe oeo oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt oem oen oet "
        + "uê uơ uy uya uyu uân uâng uât uây uêch uênh uych uyn uynh uyt uyên uyêt");

    /// <summary>With a rounded glide before the vowel; qu has its own.</summary>
    private static readonly FrozenSet<string> Rounded = [.. Rimes.Where(rime =>
        rime is ['o', 'a' or 'ă' or 'e', ..] or ['u', 'â' or 'ê' or 'ơ' or 'y', ..])];

    /// <summary>Lips cannot round twice: only in loans, as <c>xe buýt</c>, <c>thùng phuy</c>, <c>vải voan</c>.</summary>
    private static readonly FrozenSet<string> RoundedAfterLips = Set("uy uyt oan oay");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="onset">Small letters; may be empty.</param>
    /// <param name="rime">Vowels and coda with the tone in its place.</param>
    public static bool Allows(ReadOnlySpan<Letter> onset, ReadOnlySpan<Letter> rime)
    {
        if (onset.Length > 3) return false;
        Span<char> onsetText = stackalloc char[onset.Length];
        Span<char> rimeText = stackalloc char[rime.Length];
        if (!TryWrite(onset, onsetText, out var tone) || tone != Tone.Level || !TryWrite(rime, rimeText, out tone)) return false;
        if (!Onsets.GetAlternateLookup<ReadOnlySpan<char>>().Contains(onsetText)) return false;
        if (rimeText is [.., 'c' or 'p' or 't'] or [.., 'c', 'h'] && tone is not (Tone.Acute or Tone.Dot)) return false;
        return onsetText switch
        {
            "gi" when rimeText[0] == 'ê' => IsRime(rimeText) || IsRime($"i{rimeText}"), // giêng is gi and iêng
            "g" when rimeText[0] == 'i' => rimeText is "i" or "in" or "ich", // gì is gi and i
            _ => IsRime(rimeText) && AreSpelled(onsetText, rimeText),
        };
    }

    private static bool AreSpelled(ReadOnlySpan<char> onset, ReadOnlySpan<char> rime)
    {
        var rounded = Rounded.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rime);
        var front = rime[0] is 'e' or 'ê' or 'i';
        return onset switch
        {
            "k" => front,
            "gh" or "ngh" => front,
            "c" => !front && !rounded && rime[0] != 'y',
            "g" or "ng" => !front && rime[0] != 'y',
            "qu" => rime[0] is not ('o' or 'u' or 'ư') && rime is not ("ia" or "iu") && !rime.StartsWith("iê"),
            "gi" => !rounded && rime[0] is not ('i' or 'y'),
            "b" or "m" or "p" or "ph" or "v" => rime[0] != 'y' && (!rounded || RoundedAfterLips.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rime)),
            "" => !rime.StartsWith("iê"),
            "th" or "n" => !rime.StartsWith("yê"), // Thy, Ny: names
            _ => rime[0] != 'y',
        };
    }

    private static bool IsRime(ReadOnlySpan<char> rime) => Rimes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rime);

    /// <summary>Without the tone, which at most one letter may bear.</summary>
    private static bool TryWrite(ReadOnlySpan<Letter> letters, Span<char> text, out Tone tone)
    {
        tone = Tone.Level;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Tone != Tone.Level)
            {
                if (tone != Tone.Level) return false;
                tone = letters[i].Tone;
            }
            (letters[i] with { Tone = Tone.Level }).TryCompose(out text[i]);
        }
        return true;
    }
}
