using System.Net;
using System.Text.RegularExpressions;

namespace AwardArchive.Tests.Viewing;

/// <summary>Sends the forms of a page as a browser would.</summary>
internal static class WebForm
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="address">Of the page that has the form.</param>
    /// <param name="handler">Name of the form.</param>
    /// <param name="values">What is typed; hidden values of the form that are not among them are sent as the page has them.</param>
    /// <param name="expected">Done: the browser is sent on.</param>
    /// <returns>The page that is shown instead.</returns>
    public static async Task<string> PostAsync(
        HttpClient http, string address, string handler, Dictionary<string, string> values, HttpStatusCode expected = HttpStatusCode.Redirect)
    {
        var page = await http.GetStringAsync(address, Stop);
        var form = Regex.Matches(page, "<form.*?</form>", RegexOptions.Singleline).Select(match => match.Value)
            .Single(form => form.Contains($"name=\"_handler\" value=\"{handler}\"", StringComparison.Ordinal));
        foreach (Match hidden in Regex.Matches(form, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\""))
            values.TryAdd(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values) };
        using var answer = await http.SendAsync(request, Stop);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return text;
    }
}
