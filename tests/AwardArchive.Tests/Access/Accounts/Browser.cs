using System.Net;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>A person at a browser: cookies are kept, redirects are not followed, and the browser says that requests come from the site itself.</summary>
internal static class Browser
{
    public static HttpClient Open(Uri site)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site };
        http.DefaultRequestHeaders.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        return http;
    }

    /// <summary>Somebody whose password is their own.</summary>
    public static async Task<HttpClient> SignInAsync(Uri site, string name, string password)
    {
        var http = Open(site);
        await WebForm.PostAsync(http, "/sign-in", "sign-in", new() { ["Name"] = name, ["Password"] = password });
        return http;
    }

    /// <summary>Somebody who was given a password, and makes it another one.</summary>
    public static async Task<HttpClient> SignInFirstAsync(Uri site, string name, string given, string password)
    {
        var http = await SignInAsync(site, name, given);
        await WebForm.PostAsync(http, "/sign-in/password", "password", new() { ["Current"] = given, ["Changed"] = password, ["Again"] = password });
        return http;
    }
}
