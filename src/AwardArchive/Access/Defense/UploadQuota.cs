using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Defense;

/// <summary>How much a person handed in on a day, on whatever machine: counted before the bytes come, in one statement, and given back when they are not taken.</summary>
internal sealed class UploadQuota(IDbContextFactory<CatalogDbContext> contexts, IOptions<DefenseOptions> options, TimeProvider time)
{
    private DateTimeOffset Now => time.GetLocalNow();

    private int Today => DateOnly.FromDateTime(Now.DateTime).DayNumber;

    /// <summary>After the limits of requests.</summary>
    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (options.Value.UploadBytesPerDay is not { } most || http.CostOf() is not Cost.Upload || Actor.Current.UserId is not { } person)
        {
            await next(http);
            return;
        }
        if (http.Request.ContentLength is not { } bytes)
        {
            await Problem.Of(StatusCodes.Status411LengthRequired, "length-needed", "Thiếu độ dài", "Hãy gửi kèm Content-Length: lượng tệp mỗi ngày của một người có giới hạn.").ExecuteAsync(http);
            return;
        }
        var day = Today;
        if (!await TryTakeAsync(person, day, bytes, most, http.RequestAborted))
        {
            await TooMany.AnswerAsync(
                http, Now.Date.AddDays(1) - Now.DateTime, "upload-quota", "Hết lượng tệp trong ngày", "Tài khoản này đã gửi đủ lượng tệp của ngày hôm nay. Hãy gửi tiếp vào ngày mai, hoặc hỏi người quản trị.");
            return;
        }
        var isTaken = false;
        try
        {
            await next(http);
            isTaken = http.Response.StatusCode is StatusCodes.Status202Accepted;
        }
        finally
        {
            if (!isTaken) await GiveBackAsync(person, day, bytes);
        }
    }

    private async Task<bool> TryTakeAsync(Guid person, int day, long bytes, long most, CancellationToken cancellationToken)
    {
        if (bytes > most) return false;
        await using var db = contexts.CreateForAccounts();
        while (true)
        {
            var tally = db.UploadTallies.Where(tally => tally.UserId == person && tally.Day == day);
            if (await tally.Where(row => row.Bytes <= most - bytes).ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, row => row.Bytes + bytes), cancellationToken) > 0) return true;
            if (await tally.AnyAsync(cancellationToken)) return false;
            db.UploadTallies.Add(new UploadTally { UserId = person, Day = day });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e))
            {
                db.ChangeTracker.Clear(); // another upload of the person began the day
            }
        }
    }

    /// <summary>Also when the sender is gone.</summary>
    private async Task GiveBackAsync(Guid person, int day, long bytes)
    {
        await using var db = contexts.CreateForAccounts();
        await db.UploadTallies.Where(tally => tally.UserId == person && tally.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, row => row.Bytes - bytes), CancellationToken.None);
    }
}
