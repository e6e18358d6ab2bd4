using System.Collections.Frozen;

namespace AwardArchive.Vietnamese;

/// <summary>Blanks that a scan put into a word (<c>Ngu yễn</c>) or lost between two (<c>quyếtđịnh</c>), seen from the spelling alone.</summary>
/// <remarks>Only what is no word otherwise is mended, so <c>ho a</c> stays as it is, and so does <c>phongan</c>, which can be divided in two ways.</remarks>
public static class WordGaps
{
    /// <summary>Letters of the shorter of two words that run together; of one letter, too many misreadings would have one.</summary>
    private const int FewestLetters = 2;

    /// <summary>
    /// The words that begin with a vowel. Spelling allows many more, but what begins so and is none of these is nearly always the rest of
    /// a torn word: <c>Nguy ễn</c>, <c>Ho àng</c>. Single letters without marks are left out: they are not words but heads of a list.
    /// </summary>
    private static readonly FrozenSet<string> OnVowel = (
        "à á ạ ác ách ạch ai ái ải am ám ảm an án ang áng anh ánh ảnh ao ào áo ảo áp át ạt au áy ăm ẵm ăn ẳng ắng ắp ắt âm ầm ấm ẩm ậm ân ấn ẩn ấp ập ất âu ấu ẩu ấy ẩy "
        + "è é em én eng eo èo éo ẹo ép ẹp ét ế ề ể ếch êm ếm ềm ì í ỉ ị ích ịch ỉm im ím in ín ỉn inh ình ít ịt iu ìu ỉu "
        + "ò ó ọ oa òa óa oai oái oải oan oán oản oang oàng oanh oách oạch oăm oằn oẳn oắt oe òe óc ọc oi òi ói ỏi om òm ong óng ỏng óp ọp ót "
        + "ố ồ ổ ốc ộc ôi ối ồi ổi ôm ốm ôn ồn ổn ông ống ồng ổng ốp ộp ốt ờ ớ ở ỡ ơi ới ơn ớn ớt ợt ỡm "
        + "ù ú ủ ụ ùa úa uẩn uất uân úc ục uế uể ui úi ủi um ùm úm ùn ủn ung ùng úng ủng uốn uông uống uổng úp ụp út ụt uy úy ủy uyên uyển uỳnh uỵch "
        + "ừ ứ ử ưa ứa ửa ức ực ưng ứng ừng ửng ước ươm ướm ươn ưỡn ương ướp ướt ượt ưu y ý ỷ yếm yểm yên yến yểng yết yêu yếu yểu")
        .Split(' ').Select(word => NormalForm.OfWord(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word stands for itself: spelling allows it, and where it begins with a vowel there is such a word.</summary>
    /// <param name="word">A key, as given by <see cref="NormalForm.OfWord"/>.</param>
    public static bool IsWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Syllable.IsPossible(word) && (!Letter.TryRead(word[0], out var first) || !first.IsVowel || OnVowel.Contains(word));
    }

    /// <summary>Where a run of letters that is no word holds two words, and in no other way; 0 where it does not.</summary>
    /// <param name="letters">As printed, composed or not.</param>
    public static int SplitAt(ReadOnlySpan<char> letters)
    {
        var found = 0;
        for (var at = 1; at < letters.Length; at++)
        {
            if (!char.IsLetter(letters[at]) || !MayBegin(letters[at]) || !MayEnd(letters[at - 1]) || !HasVowel(letters[at..])) continue;
            if (!IsWordOfSeveral(NormalForm.OfWord(letters[..at])) || !IsWordOfSeveral(NormalForm.OfWord(letters[at..]))) continue;
            if (found > 0) return 0;
            found = at;
        }
        return found;
    }

    private static bool IsWordOfSeveral(string word) => word.Length >= FewestLetters && IsWord(word);

    /// <summary>A vowel begins the second word only where it is a capital: <c>Nguyôn</c> is a misread word, not two.</summary>
    private static bool MayBegin(char letter) => char.IsUpper(letter) || !Letter.TryRead(letter, out var read) || !read.IsVowel;

    /// <summary>What Vietnamese words end with: a vowel, c, h, m, n, g, p, t.</summary>
    private static bool MayEnd(char letter) =>
        !Letter.TryRead(letter, out var read) || read.IsVowel || read.ToLower().Base is 'c' or 'h' or 'm' or 'n' or 'g' or 'p' or 't';

    private static bool HasVowel(ReadOnlySpan<char> letters)
    {
        foreach (var character in letters)
        {
            if (Letter.TryRead(character, out var letter) && letter.IsVowel) return true;
        }
        return false;
    }
}
