using System.Net.Http.Headers;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Authentication;

namespace AwardArchive.Access.SignIn;

/// <summary>Looks anew at who sent a request whose answer lasts: what is changed or taken away counts there, too, at the next look.</summary>
internal sealed class LastingRequests(AccountReader accounts, TimeProvider time)
{
    /// <param name="http">Was let in when it came.</param>
    /// <returns>Who it is now, with what they may see now; null: session or token is over, or what the endpoint asks for is no longer theirs.</returns>
    public async Task<Actor?> LookAgainAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Features.Get<Account>() is not { } known) return null;
        // Of a session: its cookie's own end. A browser that went on working has a newer one, and comes back with it.
        if (http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc <= time.GetUtcNow()) return null;
        var account = known.Token is null
            ? await accounts.FindAsync(known.User.Id, known.User.SecurityStamp!, cancellationToken)
            : await accounts.FindByTokenAsync(AuthenticationHeaderValue.Parse(http.Request.Headers.Authorization.ToString()).Parameter!, cancellationToken);
        return account is not null && Needed(http).All(needs => account.May.HasFlag(needs.Reads)) ? account.ToActor(Actor.Current.Address) : null;
    }

    private static IEnumerable<NeedsAttribute> Needed(HttpContext http) => http.GetEndpoint()?.Metadata.GetOrderedMetadata<NeedsAttribute>() ?? [];
}
