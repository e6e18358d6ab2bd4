using System.Net.Http.Headers;
using System.Net.Http.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Capture;
using static AwardArchive.Tests.Access.NoTrace.TwinArchives;

namespace AwardArchive.Tests.Access.NoTrace;

/// <summary>The same two archives, in which somebody works.</summary>
public sealed class NoTraceOfWorkTests(TwinArchives twins) : IClassFixture<TwinArchives>
{
    /// <summary>Work on what is seen, where an answer could tell of what is hidden beside it, and then everything is asked again.</summary>
    [Fact]
    public async Task Work_on_what_is_seen_goes_as_if_nothing_else_were_there()
    {
        await twins.SignInAsync(Role.Reader | Role.Archivist | Role.Verifier, Confidentiality.Open);
        var (put, post, patch) = (HttpMethod.Put, HttpMethod.Post, HttpMethod.Patch);
        // Hidden things as parts of what is said of seen ones.
        Assert.Equal(422, await twins.DoAsync(patch, $"/api/v1/documents/{Seen}", Json(new { dossierId = Collection })));
        Assert.Equal(400, await twins.DoAsync(patch, $"/api/v1/documents/{Seen}", Json(new { confidentiality = "secret" })));
        Assert.Equal(404, await twins.DoAsync(post, "/api/v1/people/pairs", Json(new { one = SeenEntry, other = SecretEntry, reason = "cùng người" })));
        Assert.Equal(404, await twins.DoAsync(put, $"/api/v1/dossiers/{Folder}/documents/{Secret}", Json(new { sheetFrom = 1 })));
        Assert.Equal(404, await twins.DoAsync(post, $"/api/v1/dossiers/{Folder}/proposals/{InCollection}/refuse", Json(new { by = "Lan" })));
        // Pairs: what is confirmed and refused beside them is of hidden rows.
        Assert.Equal(204, await twins.DoAsync(post, $"/api/v1/people/proposals/{PersonPair.IdOf(SeenEntry, OtherEntry)}/confirm", Json(new { by = "Lan" })));
        Assert.Equal(204, await twins.DoAsync(post, $"/api/v1/people/proposals/{PersonPair.IdOf(SeenEntry, OtherEntry)}/undo", Json(new { by = "Lan" })));
        Assert.Equal(201, await twins.DoAsync(post, "/api/v1/people/pairs", Json(new { one = SeenEntry, other = OtherEntry, reason = "cùng người" })));
        // A case in a dossier with a hidden paper in it; a case that is hidden has the same mother.
        var state = $"/api/v1/dossiers/{Folder}/case";
        Assert.Equal(400, await twins.DoAsync(post, $"{state}/people", Json(new { role = "mother", name = Name, birth = "1930", entries = new[] { SeenEntry, SecretEntry } }), "0"));
        Assert.Equal(200, await twins.DoAsync(post, $"{state}/people", Json(new { role = "mother", name = Name, birth = "1930", entries = new[] { SeenEntry } }), "0"));
        Assert.Equal(400, await twins.DoAsync(post, $"{state}/evidence", Json(Evidence(Secret)), "1"));
        Assert.Equal(200, await twins.DoAsync(post, $"{state}/evidence", Json(Evidence(Seen)), "1"));
        Assert.Equal(201, await twins.DoAsync(post, $"/api/v1/dossiers/{Folder}/reports", Json(new { by = "Lan" })));
        // Statements, the dossier, splitting, a withdrawal.
        Assert.Equal(200, await twins.DoAsync(put, $"/api/v1/documents/{Seen}/facts/number", Json(new { value = "77" })));
        Assert.Equal(200, await twins.DoAsync(put, $"/api/v1/documents/{Seen}/facts/symbol", Json(new { value = "KQ-BM" }), "2"));
        Assert.Equal(200, await twins.DoAsync(put, $"/api/v1/documents/{Seen}/entries/{OtherEntry}", Json(new { name = HiddenName, birthYear = "1930" }), "3"));
        Assert.Equal(200, await twins.DoAsync(patch, $"/api/v1/dossiers/{Folder}", Json(new { title = "Hồ sơ riêng", expectedPages = 2, expectedSheets = 2 })));
        Assert.Equal(201, await twins.DoAsync(post, "/api/v1/dossiers", Json(new { title = "Hồ sơ riêng" })));
        Assert.Equal(204, await twins.DoAsync(put, $"/api/v1/dossiers/{Folder}/documents/{Seen}", Json(new { sheetFrom = 1, sheetTo = 2 }), "4"));
        Assert.Equal(200, await twins.DoAsync(post, $"/api/v1/documents/{Seen}/split", Json(new { firstPages = new[] { 2 } }), "5"));
        Assert.Equal(200, await twins.DoAsync(post, $"/api/v1/documents/{Seen}/split/undo", Json(new { note = "nhầm" }), "6"));
        Assert.Equal(200, await twins.DoAsync(post, $"/api/v1/documents/{Seen}/withdraw", Json(new { reason = "quét hai lần" }), null));
        Assert.Equal(200, await twins.DoAsync(post, $"/api/v1/documents/{Seen}/restore", Json(new { reason = "rút nhầm" }), null));
        // Papers that come, beside hidden ones.
        Assert.Equal(422, await twins.DoAsync(post, "/api/v1/documents", Form(60, ("dossierId", $"{Collection}"))));
        Assert.Equal(400, await twins.DoAsync(post, "/api/v1/documents", Form(61, ("confidentiality", "secret"))));
        Assert.Equal(202, await twins.DoAsync(post, "/api/v1/documents", Form(62, ("batch", HiddenBatch))));
        Assert.Equal(202, await twins.DoAsync(post, "/api/v1/documents", Form(63, ("dossierId", $"{Folder}"), ("sourceReference", "mật.pdf"))));
        Assert.Equal(202, await twins.DoAsync(post, "/api/v1/documents", Form(62)));
        // Bytes that lie hidden, and once more what is now the sender's.
        Assert.Equal(202, await twins.DoAsync(post, "/api/v1/documents", Form(HiddenShade)));
        Assert.Equal(202, await twins.DoAsync(post, "/api/v1/documents", Form(HiddenShade)));
        await twins.FollowAsync();
        NoTraceTests.AssertNone(await new TwinQuestions(twins).AllAsync(looksOnly: true));

        static object Evidence(Guid document) => new { field = "prison", value = "false", kind = "minutes", documentId = document, page = 1 };
    }

    private static Func<HttpContent> Json(object body) => () => JsonContent.Create(body);

    private static Func<HttpContent> Form(byte shade, params (string Name, string Value)[] fields) => () =>
    {
        var form = new MultipartFormDataContent("twins");
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(Scans.Png(shade: shade));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "quét.png");
        return form;
    };
}
