using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AwardArchive.Tests.Viewing;

/// <summary>Lists of one kind of request refuse the same, in the same words.</summary>
public sealed class ListRequestTests(QuietServer server) : IClassFixture<QuietServer>
{
    [Theory]
    [InlineData("documents")]
    [InlineData("dossiers")]
    [InlineData("withdrawals")]
    [InlineData("retention")]
    public async Task A_stretch_of_no_size_is_refused_in_vietnamese(string list)
    {
        var stop = TestContext.Current.CancellationToken;
        foreach (var size in (string[])["0", "201"])
        {
            using var answer = await server.Http.GetAsync(new Uri($"/api/v1/{list}?size={size}", UriKind.Relative), stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
            Assert.Equal("size phải từ 1 đến 200.", problem.GetProperty("errors").GetProperty("Size")[0].GetString());
        }
        using var fine = await server.Http.GetAsync(new Uri($"/api/v1/{list}?size=200&cursor={Guid.NewGuid()}", UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
    }
}
