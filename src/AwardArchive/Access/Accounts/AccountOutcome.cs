using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.Accounts;

/// <summary>What became of what somebody wanted of accounts.</summary>
internal abstract record AccountOutcome
{
    private AccountOutcome()
    {
    }

    public sealed record Done : AccountOutcome;

    /// <summary>Something was made that has a secret.</summary>
    /// <param name="Secret">Shown this once, kept nowhere.</param>
    /// <param name="Until">When it is good for nothing any more, where it is a password that has to be changed.</param>
    public sealed record Made(Guid Id, string Secret, DateTimeOffset? Until = null) : AccountOutcome;

    public sealed record NotFound : AccountOutcome;

    /// <summary>It cannot be so.</summary>
    /// <param name="Message">For a person, in Vietnamese, after the field's name.</param>
    public sealed record Wrong(string Field, string Message) : AccountOutcome;

    /// <summary>As things are it must not be.</summary>
    /// <param name="Code">Of the problem, for programs.</param>
    /// <param name="Message">A sentence in Vietnamese.</param>
    public sealed record Refused(string Code, string Message) : AccountOutcome;

    /// <summary>What Identity says of a change that it saves; it refuses one when somebody else's came between.</summary>
    public static AccountOutcome Of(IdentityResult result) =>
        result.Succeeded ? new Done() : new Refused("changed-meanwhile", string.Join(' ', result.Errors.Select(error => error.Description)));

    /// <summary>As REST says it.</summary>
    public ProblemHttpResult ToProblem() => this switch
    {
        Wrong wrong => Problem.Of(StatusCodes.Status400BadRequest, "wrong-account", "Thông tin không hợp lệ", $"{wrong.Field}: {wrong.Message}."),
        Refused refused => Problem.Of(StatusCodes.Status409Conflict, refused.Code, "Chưa làm được", refused.Message),
        _ => Problem.Of(StatusCodes.Status404NotFound, "no-such-account", "Không có", "Người dùng, nhóm, quyền hoặc mã truy cập này không có."),
    };

    /// <summary>As REST says it where there is nothing to show.</summary>
    public Results<NoContent, ProblemHttpResult> ToNoContent() => this is Done ? TypedResults.NoContent() : ToProblem();

    /// <summary>As pages say it; null when it was done.</summary>
    public string? ToNotice() => this switch
    {
        Wrong wrong => $"{AccountText.LabelOf(wrong.Field)}: {wrong.Message}.",
        Refused refused => refused.Message,
        NotFound => "Không còn nữa: có thể vừa bị người khác xóa.",
        _ => null,
    };
}
