using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Demo;

/// <summary>One loss of the demo's history from the first minute to the guest's word about it, as entries in the agenda.</summary>
internal sealed class DemoCases(
    IServiceProvider services, Store store, ConfigStore config, DemoAccess access, DemoClock then, PriorityQueue<Func<Task>, DateTime> agenda, Random dice)
{
    /// <summary>What guests said; 0 is nothing.</summary>
    private static readonly int[] Said = [5, 4, 5, 0, 5, 3, 4, 0, 5, 5, 2, 4, 0, 5, 4, 5, 1, 0, 5, 4];

    private readonly DemoDecisions decisions = ActivatorUtilities.CreateInstance<DemoDecisions>(services, then);
    private readonly DemoFiling filing = new(services, store, then);
    private int guests = 7;

    /// <summary>Handed in, reported, matched, and back with its owner.</summary>
    public void Found(DemoItem item, DemoClaim claim, int index, DateTime found, DateTime? stoodStillUntil)
    {
        var itemId = Guid.Empty;
        DemoClaimFiled? filed = null;
        agenda.Enqueue(async () => itemId = await RegisterAsync(item, found), found.AddMinutes(15 + dice.Next(20)));
        var at = found.AddMinutes(25 + dice.Next(50));
        agenda.Enqueue(async () => filed = await filing.FileAsync(Answers(claim, found), default), at);
        // On the bad day nothing happened until the software ran again, and the people with it.
        var confirmed = stoodStillUntil?.AddMinutes(10 + dice.Next(30)) ?? at.AddMinutes(8 + dice.Next(110));
        agenda.Enqueue(() => ConfirmAsync(itemId, filed!), confirmed);
        var back = confirmed.AddMinutes(25 + dice.Next(140));
        agenda.Enqueue(() => BackAsync(itemId, filed!, byPost: index % 17 == 5, back), back);
        if (index % 13 == 8)
            agenda.Enqueue(() => ReturnAsync(filed!), at.AddMinutes(7));
        var onABadDay = stoodStillUntil is not null;
        if (Rating(index, onABadDay) is var rating and > 0)
            agenda.Enqueue(() => RateAsync(filed!, rating, onABadDay), back.AddMinutes(20 + dice.Next(60)));
    }

    /// <summary>Never handed in: closed honestly by the worker when the days of looking are over.</summary>
    public void Lost(DemoClaim claim, int index, DateTime at)
    {
        DemoClaimFiled? filed = null;
        agenda.Enqueue(async () => filed = await filing.FileAsync(Answers(claim, at.AddHours(-1)), default), at);
        if (index % 2 == 0)
            agenda.Enqueue(() => RateAsync(filed!, 4, false), at.AddDays(config.Current.Closing.LookDays).AddHours(3));
    }

    /// <summary>Everybody whose word only a person can give now is rung.</summary>
    public async Task RingAllAsync()
    {
        var owed = await store.ReadAsync(db => db.Promises.Where(p => p.Status == PromiseStatus.Open && p.NeedsPerson && p.DueAt < then.Now.AddHours(24)).Select(p => p.Id).ToListAsync());
        foreach (var id in owed)
            await Use<KeepByPerson>().HandleAsync(id, "Said sorry for the afternoon; they know that we are still looking.", access.Acting(DemoAccess.Ines), default);
    }

    private static int Rating(int index, bool onABadDay) => onABadDay ? 1 + (index % 2) : Said[index % Said.Length];

    private async Task<Guid> RegisterAsync(DemoItem item, DateTime found)
    {
        var by = access.Acting(DemoAccess.Maya);
        var bins = config.Current.BinsAt(by.Desk).ToList();
        var facts = new ItemFacts(item.Category, item.Colours, item.Brand, item.Description, item.PrivateNotes, item.Place, found);
        return (await Use<RegisterItem>().HandleAsync(new RegisterItemInput(Guid.NewGuid(), facts, bins[dice.Next(bins.Count)].Code, [], []), by, default)).Value.Id;
    }

    private ClaimAnswers Answers(DemoClaim claim, DateTime near)
    {
        // Each an e-mail address of its own: the same one twice would be a guest who comes back.
        var name = DemoGuests.Names[guests++ % DemoGuests.Names.Length];
        return new ClaimAnswers
        {
            What = new(claim.Category),
            Colours = new(claim.Colours),
            Description = new(claim.Description, claim.Brand),
            Marks = new(claim.PrivateMarks),
            Where = new(claim.Places),
            When = new(near.AddMinutes(-50), near.AddMinutes(-5)),
            Contact = new(name, DemoGuests.Email(name, 1000 + guests), ""),
        };
    }

    private async Task ConfirmAsync(Guid itemId, DemoClaimFiled filed)
    {
        await services.GetRequiredService<MatchWorker>().SweepAsync(default);
        if (await decisions.FindAsync(itemId, filed) is { } candidate)
            await decisions.DecideAsync(candidate, confirm: true, default);
    }

    private async Task BackAsync(Guid itemId, DemoClaimFiled filed, bool byPost, DateTime at)
    {
        if (await ClaimAsync(filed) is not { Status: ClaimStatus.ReadyToCollect } claim)
            return;
        if (byPost)
            await Use<SendItem>().HandleAsync(new SendItemInput(claim.Id, Guid.NewGuid(), SentHow.Post, at, "RR 123 456 785"), access.Acting(DemoAccess.Jonas), default);
        else
            await decisions.HandOverAsync(itemId, at, default);
    }

    private async Task RateAsync(DemoClaimFiled filed, int rating, bool onABadDay)
    {
        if (await ClaimAsync(filed) is not { IsClosed: true } claim)
            return;
        string[] reasons = rating switch
        {
            >= 4 => [nameof(FeedbackReason.KindPeople), nameof(FeedbackReason.KeptInformed)],
            3 => [nameof(FeedbackReason.WaitedLong)],
            _ => [nameof(FeedbackReason.NobodyTold), nameof(FeedbackReason.WordNotKept)],
        };
        var words = onABadDay ? "All afternoon the page said that you would write, and nobody did." : rating == 1 ? "I stood in line twice for the same bag." : "";
        await Use<SaveFeedback>().HandleAsync(claim.Id, new FeedbackInput(rating, reasons, words, Whole: true), default);
        var call = await store.ReadAsync(db => db.Promises.FirstOrDefaultAsync(p => p.ClaimId == claim.Id && p.Kind == PromiseKind.CallBack && p.Status == PromiseStatus.Open));
        if (call is not null)
            agenda.Enqueue(() => Use<KeepByPerson>().HandleAsync(call.Id, "Said sorry, listened, promised nothing that I can’t keep.", access.Acting(DemoAccess.Ines), default), call.DueAt.AddMinutes(-40));
    }

    /// <summary>A guest who could not wait: noted at the desk, and rung as was promised.</summary>
    private async Task ReturnAsync(DemoClaimFiled filed)
    {
        if (await ClaimAsync(filed) is not { IsOpen: true } claim)
            return;
        await Use<NoteReturn>().HandleAsync(claim.Id, "Asked at the desk whether anybody is looking at all.", wasRude: false, access.Acting(DemoAccess.Jonas), default);
        agenda.Enqueue(async () => await RingAboutAsync(claim.Id), then.Now.AddMinutes(25));
    }

    private async Task RingAboutAsync(Guid claimId)
    {
        var owed = await store.ReadAsync(db => db.Promises.Where(p => p.ClaimId == claimId && p.NeedsPerson && p.Status == PromiseStatus.Open).Select(p => p.Id).ToListAsync());
        foreach (var id in owed)
            await Use<KeepByPerson>().HandleAsync(id, "Rang: told them what is being searched and when they hear next.", access.Acting(DemoAccess.Ines), default);
    }

    private Task<Claim?> ClaimAsync(DemoClaimFiled filed)
    {
        var hash = LinkSecret.Hash(filed.Token);
        return store.ReadAsync(db => db.Claims.SingleOrDefaultAsync(c => c.TokenHash == hash));
    }

    private T Use<T>() => ActivatorUtilities.CreateInstance<T>(services, then);
}
