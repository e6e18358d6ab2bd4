using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access;

/// <summary>A browser with its cookies, before the pages by which people come in. Follows no redirect.</summary>
internal sealed class Visitor(HttpClient server) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? http;

    public HttpClient Http => http ??= new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server.BaseAddress };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Somebody with a password of their own.</summary>
    public static async Task<ArchiveUser> AddPersonAsync(IServiceProvider services, string password, Role roles = TestAccounts.AllRoles, Confidentiality clearance = Confidentiality.Open)
    {
        await using var scope = services.CreateAsyncScope();
        var user = new ArchiveUser { Id = Guid.CreateVersion7(), UserName = $"p{RandomNumberGenerator.GetHexString(12, lowercase: true)}", Roles = roles, Clearance = clearance };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<ArchiveUser>>().CreateAsync(user, password)).Succeeded);
        return user;
    }

    /// <returns>The answer to the form: a redirect when somebody came in.</returns>
    public async Task<HttpResponseMessage> SignInAsync(string name, string password, string returnUrl = "/people") =>
        await PostAsync($"{SignInPaths.SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", new() { ["Name"] = name, ["Password"] = password });

    public async Task<bool> IsInAsync(string address = "/people")
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <param name="form">Its name, or its address.</param>
    public async Task<HttpResponseMessage> PostAsync(string address, string form, Dictionary<string, string> values, string? to = null)
    {
        var page = await Http.GetStringAsync(new Uri(address, UriKind.Relative), Stop);
        var html = Regex.Matches(page, "<form.*?</form>", RegexOptions.Singleline).Select(match => match.Value).Single(one => one.Contains($"\"{form}\"", StringComparison.Ordinal));
        foreach (Match hidden in Regex.Matches(html, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")) values.TryAdd(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value));
        using var content = new FormUrlEncodedContent(values);
        return await Http.PostAsync(new Uri(to ?? address, UriKind.Relative), content, Stop);
    }

    public IEnumerable<Cookie> Cookies() => cookies.GetAllCookies();

    public void Dispose() => http?.Dispose();
}
