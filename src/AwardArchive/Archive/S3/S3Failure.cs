using System.Security.Authentication;
using Microsoft.Extensions.Options;
using Minio.Exceptions;

namespace AwardArchive.Archive.S3;

/// <summary>What a refusal of the server means for the archive.</summary>
internal static class S3Failure
{
    /// <summary>Runs a call of the client and says in the archive's words why it failed.</summary>
    /// <remarks>Of a server that is down the client throws what the network threw, of some refusals a NullReferenceException:
    /// whatever it throws, the bytes are not where they should be.</remarks>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (IsForeign(e) && !cancellationToken.IsCancellationRequested)
        {
            var error = (e as MinioException)?.Response;
            throw Of(new(error?.Code ?? "", error?.Message ?? e.Message), e);
        }
        catch (Exception e) when (IsForeign(e))
        {
            throw new OperationCanceledException("Stopped.", e, cancellationToken);
        }
    }

    public static Exception Of(S3Error error, Exception? inner = null) =>
        error.Code is "XMinioStorageFull" or "QuotaExceeded" or "InsufficientStorage"
            ? new StorageFullException($"The object store has no room: {error.Code}.", inner)
            : new ObjectStoreUnavailableException($"The object store does not serve: {error.Code} {error.Message}".TrimEnd(), inner);

    /// <summary>Which setting is to blame, or null when none is: then it may pass.</summary>
    public static OptionsValidationException? WrongSetting(S3Error error, string section) => error.Code switch
    {
        "InvalidAccessKeyId" => Wrong(section, nameof(S3Options.AccessKey), "is not known to the server"),
        "SignatureDoesNotMatch" => Wrong(section, nameof(S3Options.SecretKey), "does not belong to the access key"),
        "AccessDenied" => Wrong(section, nameof(S3Options.AccessKey), "has no right to read the bucket"),
        "NoSuchBucket" => Wrong(section, nameof(S3Options.Bucket), "names a bucket that does not exist"),
        "AuthorizationQueryParametersError" or "AuthorizationHeaderMalformed" or "PermanentRedirect" or "InvalidRegion" or "IllegalLocationConstraintException" =>
            Wrong(section, nameof(S3Options.Region), $"is not the region of the bucket ({error.Message})"),
        _ => null,
    };

    /// <summary>A certificate that nobody trusted vouches for, or that is past its time; null for any other fault.</summary>
    public static OptionsValidationException? WrongCertificate(Exception e, string section) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: AuthenticationException inner }
            ? Wrong(section, nameof(S3Options.CaFile), $"and this machine do not vouch for the server's certificate: {inner.Message}")
            : null;

    public static OptionsValidationException Wrong(string section, string setting, string why) =>
        new(section, typeof(S3Options), [$"{section}:{setting} {why}."]);

    private static bool IsForeign(Exception e) => e is not (StorageFullException or ObjectStoreUnavailableException or ObjectMissingException);
}
