using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Access.Accounts.OpenId;

/// <summary>Another service that vouches for people (OpenID Connect Core 1.0, code flow with PKCE).</summary>
public sealed class OpenIdOptions : IValidatableObject
{
    public const string Section = "Access:OpenId";

    /// <value>Address of the provider, below which <c>.well-known/openid-configuration</c> is. HTTPS, or this machine. Default none: not used.</value>
    public Uri? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <value>By environment or file, like every secret. Default none: a public client, which PKCE alone protects.</value>
    public string? ClientSecret { get; set; }

    /// <value>What the button of the sign-in page says after "Đăng nhập bằng".</value>
    [Required, StringLength(100)]
    public string Label { get; set; } = "tài khoản cơ quan";

    /// <value>The claim that names the account. Default <c>preferred_username</c>.</value>
    [Required, StringLength(100)]
    public string NameClaim { get; set; } = "preferred_username";

    /// <value>Whether who comes for the first time gets the account of that name if there is one. Then the provider decides who somebody is: only for one whose
    /// names nobody can choose for themselves. Default false.</value>
    public bool JoinsByName { get; set; }

    /// <value>Whether who is not known gets an account, without roles. Default true.</value>
    public bool AddsPeople { get; set; } = true;

    public bool IsUsed => Authority is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is not { } authority) yield break;
        if (!authority.IsAbsoluteUri || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback))
            yield return new($"{Section}:{nameof(Authority)} must be an https address.", [nameof(Authority)]);
        if (string.IsNullOrWhiteSpace(ClientId))
            yield return new($"{Section}:{nameof(ClientId)} is required when {nameof(Authority)} is set.", [nameof(ClientId)]);
    }
}
