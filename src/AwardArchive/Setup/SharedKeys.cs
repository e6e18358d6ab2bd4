using System.Xml.Linq;
using AwardArchive.Archive;
using AwardArchive.Archive.Postgres;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Setup;

/// <summary>The keys that sign the forms of the web pages, in the catalog: a form of one node may be sent to another.</summary>
internal sealed class SharedKeys(IDbContextFactory<CatalogDbContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = (PostgresCatalogDbContext)contexts.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = (PostgresCatalogDbContext)contexts.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Id = Guid.NewGuid(), Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
