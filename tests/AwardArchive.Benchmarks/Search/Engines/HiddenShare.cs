using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>
/// An archive in which not everybody sees all. Of twenty papers one is secret, one is of a group, and two are of another group, whose members with no clearance
/// are <see cref="Person"/>: a tenth is hidden from them, and what they see stands on two of four shelves.
/// </summary>
internal static class HiddenShare
{
    private const uint Parts = 20;

    private static readonly Guid[] Groups = [Guid.Parse("0190f000-0000-7000-8000-000000000001"), Guid.Parse("0190f000-0000-7000-8000-000000000002")];
    private static readonly Guid[] Dossiers = [Guid.Parse("0190f000-0000-7000-8000-000000000011"), Guid.Parse("0190f000-0000-7000-8000-000000000012")];

    public static Actor Person { get; } = Actor.Nobody with { Sight = Sight.Of(Confidentiality.Open, [Groups[1]]) };

    public static bool IsHidden(CorpusDocument paper) => PartOf(paper) < 2;

    public static Document FormOf(CorpusDocument paper)
    {
        var document = CatalogForm.Of(paper);
        switch (PartOf(paper))
        {
            case 0: document.Confidentiality = Confidentiality.Secret; break;
            case 1: document.DossierId = Dossiers[0]; break;
            case 2 or 3: document.DossierId = Dossiers[1]; break;
        }
        return document;
    }

    public static async Task PrepareAsync(IDbContextFactory<CatalogDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (group, dossier) in Groups.Zip(Dossiers))
        {
            db.Groups.Add(new() { Id = group, Name = $"{group}" });
            db.Dossiers.Add(new() { Id = dossier, Title = $"{dossier}" });
            db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, DossierId = dossier });
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>By the id, so that papers of all kinds and years are among them.</summary>
    private static uint PartOf(CorpusDocument paper) => BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(paper.Id.ToByteArray())) % Parts;
}
