using System.Xml.Linq;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Defense;

/// <summary>The keys that sign sessions and the forms of the web pages, in the catalog: what one node signed another one believes, and no key lies about in a folder.</summary>
internal sealed class CatalogKeys(IDbContextFactory<CatalogDbContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateForAccounts();
        return [.. db.ProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateForAccounts();
        db.ProtectionKeys.Add(new ProtectionKey { Id = Guid.NewGuid(), Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
