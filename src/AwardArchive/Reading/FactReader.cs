using AwardArchive.Archive;
using AwardArchive.Reading.Signatures;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>Reads a paper's head and foot: a pure function of its words, in linear time, that never throws.</summary>
internal static class FactReader
{
    /// <summary>How sure a value may be whose marks were given back.</summary>
    private const double MostOfMended = 0.85;

    /// <param name="pages">All pages, in order; a cover sheet may come before the page with the head.</param>
    /// <param name="headPages">How many of them may have the head.</param>
    public static DocumentFacts Read(IReadOnlyList<PageLayout> pages, int headPages)
    {
        if (pages.Count == 0) return DocumentFacts.None;
        // The first page that has a number or a type is the head; a certificate may have neither.
        var (head, at) = (PaperHead.Read(pages[0], pages), 0);
        for (var next = 1; next < Math.Min(headPages, pages.Count) && !HasHead(head.Facts); next++)
        {
            if (PaperHead.Read(pages[next], pages) is var other && HasHead(other.Facts)) (head, at) = (other, next);
        }
        var rest = pages.Skip(at).ToList();

        var facts = WithAnnexes(head.Facts, rest, out var notCited);
        var (signer, office, capacity) = SignatureRule.Read(rest, head.BodyRun);
        var (citations, warnings) = CitationRule.Read(rest, notCited);
        var heads = TwoHeads.Read(head.Page, head.OtherNumber);
        facts = facts with
        {
            Signer = signer,
            SignerTitle = office,
            Capacity = capacity,
            Citations = citations,
            SentTo = SentToRule.Read(rest),
            Secrecy = SecrecyRule.Read(head.Page),
            CopyMark = CopyMarkRule.Read(pages),
            Warnings = [.. heads, .. warnings],
        };
        facts = Mended(facts, new(rest));
        var twoHeads = heads.Count > 0 ? TwoHeads.Doubt : 1;
        return Doubt.Of(facts, Legibility.Of(head.Page) * twoHeads);
    }

    /// <summary>What the head of one page by itself says of its kind, its number and the paper it belongs to.</summary>
    public static DocumentFacts ReadHead(PageLayout page) => WithAnnexes(PaperHead.Read(page, [page]).Facts, [page], out _);

    private static bool HasHead(DocumentFacts facts) => facts.Kind is not null || facts.Number is not null;

    /// <summary>Another place of the page than the number itself.</summary>
    private static bool Apart(Fact cited, DocumentFacts facts) => (facts.Number ?? facts.Symbol) is not { } own || Math.Abs(cited.Box.Y - own.Box.Y) > own.Box.Height;

    /// <summary>What is made of words gets the marks that the rest of the document gives it. Not a name: others on the page may differ by marks alone.</summary>
    private static DocumentFacts Mended(DocumentFacts facts, Spellings spellings)
    {
        return facts with
        {
            Title = Mend(facts.Title), Issuer = Mend(facts.Issuer), Parent = Mend(facts.Parent), Place = Mend(facts.Place), SignerTitle = Mend(facts.SignerTitle),
        };

        Fact? Mend(Fact? fact)
        {
            if (fact is null || spellings.Mend(fact.Value) is var value && value == fact.Value) return fact;
            return fact with { Value = value, Confidence = Math.Min(fact.Confidence, MostOfMended) };
        }
    }

    /// <summary>A list that is a part of the document says its number again; one that is a document of its own says whose list it is.</summary>
    /// <param name="notCited">Keys of the numbers that are no citations.</param>
    private static DocumentFacts WithAnnexes(DocumentFacts facts, IReadOnlyList<PageLayout> pages, out HashSet<string> notCited)
    {
        notCited = new(StringComparer.Ordinal);
        var isFirstPage = true;
        foreach (var page in pages)
        {
            var isCertificate = isFirstPage && facts.Kind is { } kind && DocumentTypes.IsCertificate(kind.Value);
            foreach (var annex in isCertificate ? OwnNumber.InCertificate(page).Where(cited => Apart(cited.Number, facts)) : AnnexRule.Read(page))
            {
                if (OwnNumber.IsOwn(facts, annex, isFirstPage)) facts = OwnNumber.Check(facts, annex);
                else if (isCertificate) continue;
                else if (isFirstPage) facts = facts.AnnexTo is null ? facts with { AnnexTo = annex.Number } : facts;
                notCited.Add(annex.Parsed.Key);
            }
            isFirstPage = false;
        }
        if (facts is { Number: { } number, Symbol: { } symbol }) notCited.Add(new DocumentNumber(number.Value, symbol.Value).Key);
        return facts;
    }
}
