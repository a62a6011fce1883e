using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Features.Staff;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// The one place in which promises are made and settled, always in the transaction of what they are about.
/// <see cref="Claim.NextWordBy"/> follows from the open one and is written nowhere else.
/// </summary>
public static class PromiseBook
{
    /// <summary>
    /// The guest hears from us next by <paramref name="due"/>. A cause that is word itself keeps the promise before it, or
    /// owns that it came late; any other can only bring the promise nearer.
    /// </summary>
    public static async Task<Promise> NextWordAsync(this LostFoundDb db, Claim claim, DateTime due, DateTime now, PromiseCause cause, Actor? by = null)
    {
        var open = await db.OpenPromiseAsync(claim.Id, PromiseKind.NextWord);
        if (open is not null && !cause.IsWord() && (open.IsOverdue(now) || open.DueAt <= due))
        {
            open.NeedsPerson |= cause.NeedsPerson();
            return open;
        }
        if (open is not null)
            await db.SettleAsync(open, cause.IsWord() ? PromiseStatus.Kept : PromiseStatus.Moved, now, by?.StaffName);
        if (cause.IsWord() && by is not null)
            await db.SettleReturnAsync(claim.Id, now, by.StaffName);
        return db.MakeNextWord(claim, due, now, cause, by?.StaffName, open);
    }

    /// <summary>
    /// The claim is closed, and its guest waits for nothing any more. Calls that were promised stay promised.
    /// </summary>
    /// <param name="withWord">Whether the guest is told something with it, which keeps the promise: found by post, or honestly not found.</param>
    public static async Task EndAsync(this LostFoundDb db, Claim claim, DateTime now, bool withWord, Actor? by = null)
    {
        if (await db.OpenPromiseAsync(claim.Id, PromiseKind.NextWord) is { } open)
            await db.SettleAsync(open, withWord ? PromiseStatus.Kept : PromiseStatus.Ended, now, by?.StaffName);
        await db.SettleReturnAsync(claim.Id, now, by?.StaffName);
        claim.OweWordBy(null);
    }

    /// <summary>
    /// A named person rings the guest by <paramref name="due"/>. One call at a time: a second reason joins the call that
    /// is promised already, and can only bring it nearer.
    /// </summary>
    public static async Task<Promise> CallBackAsync(
        this LostFoundDb db, Claim claim, PromiseCause cause, DateTime due, DateTime now, NamedSupervisor? supervisor, Actor? by = null)
    {
        var open = await db.OpenPromiseAsync(claim.Id, PromiseKind.CallBack);
        if (open is not null && (open.IsOverdue(now) || open.DueAt <= due))
            return open;
        if (open is not null)
            await db.SettleAsync(open, PromiseStatus.Moved, now, by?.StaffName);
        return db.Make(claim.Id, PromiseKind.CallBack, cause, due, now, by?.StaffName, open, supervisor);
    }

    /// <summary>The guest came back: by when a named person speaks with them. On a claim that is closed that is a call.</summary>
    internal static async Task<Promise> ReturnAsync(this LostFoundDb db, Claim claim, DateTime due, DateTime now, NamedSupervisor? supervisor, Actor? by)
    {
        var promise = claim.Status.OwesWord()
            ? await db.NextWordAsync(claim, due, now, PromiseCause.SecondContact, by)
            : await db.CallBackAsync(claim, PromiseCause.SecondContact, due, now, supervisor, by);
        if (promise.SupervisorId is null)
            (promise.SupervisorId, promise.SupervisorName) = (supervisor?.Id, supervisor?.Name ?? "");
        return promise;
    }

    /// <summary>It was no second contact after all: the next word needs no person, unless an apology came with it.</summary>
    internal static async Task LetSoftwareSpeakAsync(this LostFoundDb db, Claim claim)
    {
        if (await db.OpenPromiseAsync(claim.Id, PromiseKind.NextWord) is { Cause: not (PromiseCause.Missed or PromiseCause.Moved) } promise)
            (promise.NeedsPerson, promise.RaisedAt) = (false, null);
    }

    /// <summary>The guest is told before the time that it takes longer, and why.</summary>
    internal static async Task<Promise> MoveAsync(this LostFoundDb db, Claim claim, Promise promise, DateTime due, string words, DateTime now, Actor by)
    {
        await db.SettleAsync(promise, PromiseStatus.Moved, now, by.StaffName);
        var supervisor = promise.SupervisorId is { } id ? new NamedSupervisor(id, promise.SupervisorName) : null;
        var moved = promise.Kind == PromiseKind.NextWord
            ? db.MakeNextWord(claim, due, now, PromiseCause.Moved, by.StaffName, promise, supervisor)
            : db.Make(claim.Id, promise.Kind, PromiseCause.Moved, due, now, by.StaffName, promise, supervisor);
        moved.Note = words;
        return moved;
    }

    internal static async Task<Promise?> OpenPromiseAsync(this LostFoundDb db, Guid claimId, PromiseKind kind) =>
        db.Promises.Local.FirstOrDefault(p => p.ClaimId == claimId && p.Kind == kind && p.IsOpen)
        ?? await db.Promises.SingleOrDefaultAsync(p => p.ClaimId == claimId && p.Kind == kind && p.Status == PromiseStatus.Open, CancellationToken.None);

    /// <summary>Over now. Whatever was meant to happen to it: once its time has passed it was missed.</summary>
    internal static async Task SettleAsync(this LostFoundDb db, Promise promise, PromiseStatus status, DateTime now, string? by)
    {
        if (promise.IsOverdue(now))
            await db.MissAsync(promise);
        promise.Status = promise switch
        {
            { Miss: 0 } => status,
            { Miss: < Promise.ExplainFrom } or { Explanation.Length: > 0 } => PromiseStatus.Broken,
            _ => PromiseStatus.Unexplained,
        };
        if (promise is { Status: PromiseStatus.Unexplained, SupervisorId: null } && await db.NameSupervisorAsync(now) is { } supervisor)
            (promise.SupervisorId, promise.SupervisorName) = (supervisor.Id, supervisor.Name);
        (promise.SettledAt, promise.SettledBy) = (now, by);
        // Before another is added: the index allows one open promise of a kind.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Counts the miss, once.</summary>
    internal static async Task MissAsync(this LostFoundDb db, Promise promise)
    {
        if (promise.Miss > 0)
            return;
        promise.Miss = 1 + await db.Promises.CountAsync(p => p.ClaimId == promise.ClaimId && p.Id != promise.Id && p.Miss > 0, CancellationToken.None);
        promise.Reason = await db.StoodStillAtAsync(promise.DueAt) ? MissReason.StoodStill
            : promise.NeedsPerson ? MissReason.NobodyDid
            : MissReason.Unknown;
    }

    internal static Promise MakeNextWord(
        this LostFoundDb db, Claim claim, DateTime due, DateTime now, PromiseCause cause, string? by, Promise? follows, NamedSupervisor? supervisor = null)
    {
        var made = db.Make(claim.Id, PromiseKind.NextWord, cause, due, now, by, follows, supervisor);
        // What only a person can keep stays theirs until one gave word.
        made.NeedsPerson |= follows is { NeedsPerson: true } && !cause.IsWord();
        claim.OweWordBy(due);
        return made;
    }

    internal static Promise Make(
        this LostFoundDb db, Guid claimId, PromiseKind kind, PromiseCause cause, DateTime due, DateTime now, string? by, Promise? follows, NamedSupervisor? supervisor)
    {
        var made = new Promise
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            ClaimId = claimId,
            Kind = kind,
            Cause = cause,
            MadeAt = now,
            MadeBy = by,
            DueAt = due,
            NeedsPerson = kind == PromiseKind.CallBack || cause.NeedsPerson(),
            SupervisorId = supervisor?.Id,
            SupervisorName = supervisor?.Name ?? "",
            FollowsId = follows?.Id,
        };
        db.Promises.Add(made);
        return made;
    }
}
