using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The stamp of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT): a line of its own, in capitals, in the upper half of the page with the head.</summary>
/// <remarks>Decree 30/2020/NĐ-CP, Appendix I, box 10a. A stamp on an old paper does not prove that it is secret now: it proposes.</remarks>
internal static class SecrecyRule
{
    private const string Source = "secrecy-stamp/1";

    private static readonly (string Letters, string Written, string Value)[] Stamps =
        [("mat", "MẬT", "secret"), ("toimat", "TỐI MẬT", "topSecret"), ("tuyetmat", "TUYỆT MẬT", "ultraSecret")];

    public static Fact? Read(PageLayout page)
    {
        foreach (var run in page.Runs)
        {
            if (run.Box.Y > page.Height / 2) break;
            if (!run.IsCapitals || run.Words.Count > 10) continue;
            var letters = string.Concat(run.Text.Where(char.IsLetter));
            var folded = Folding.Fold(letters);
            foreach (var stamp in Stamps)
            {
                if (folded != stamp.Letters) continue;
                // MẮT, MÁT, MẤT are other words: with a wrong mark it may be one of them.
                var exact = NormalForm.OfWord(letters) == NormalForm.OfWord(string.Concat(stamp.Written.Where(char.IsLetter)));
                return run.FactAt(0, run.Text.Length, stamp.Value, exact ? 0.95 : 0.6, Source);
            }
        }
        return null;
    }
}
