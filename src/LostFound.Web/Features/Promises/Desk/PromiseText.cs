using LostFound.Web.Shared;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>What staff write on a promise, and what stands in their way.</summary>
internal static class PromiseText
{
    public static readonly Refusal Gone = new(RefusalKind.NotFound, "There is no such promise any more.");

    public static Refusal? Check(string text, string missing, string field) => text.Length switch
    {
        0 => new Refusal(RefusalKind.Invalid, missing, field),
        > Promise.TextLength => new Refusal(RefusalKind.Invalid, $"This can have {Promise.TextLength} characters, and it has {text.Length}", field),
        _ => null,
    };

    public static Refusal SettledBy(Promise promise) => new(RefusalKind.Conflict,
        $"{promise.SettledBy ?? "The software"} has seen to this already{(promise.Note.Length > 0 ? $" and wrote: “{promise.Note}”" : "")}.");
}
