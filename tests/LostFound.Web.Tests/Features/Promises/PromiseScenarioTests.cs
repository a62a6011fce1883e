using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Promises;

/// <summary>A promise through its day, by a clock that the test moves: at risk, moved, broken, broken again. It is 15:00 at the venue.</summary>
public sealed class PromiseScenarioTests : ServerTest
{
    private static readonly DateTime Start = new(2026, 7, 4, 14, 0, 0, DateTimeKind.Utc);

    private Claim claim = null!;
    private string address = "";

    protected override async Task ArrangeAsync()
    {
        await Server.StopKeepingPromisesAsync();
        await SupervisorAsync();
        // A link as guests have it: of a claim that was filed, promised word by 17:00.
        address = (await Server.NewBrowser().FileClaimAsync()).Address.AbsolutePath;
        claim = await Server.Store.OnlyClaimAsync();
        await Server.Store.WriteAsync(async db => await db.NextWordAsync(await db.Claims.SingleAsync(), Start.AddHours(2), Start, PromiseCause.Answered), default);
        await SweepAsync();
    }

    [Fact]
    public async Task A_call_that_only_a_person_can_make_is_shown_well_before_it_is_due()
    {
        await PromiseCallAsync(Start.AddHours(3));
        await AdvanceAsync(minutes: 134);
        Assert.DoesNotContain("ring the guest", (await (await AgentAsync()).OpenAsync("/desk")).Text, StringComparison.OrdinalIgnoreCase);

        await AdvanceAsync(minutes: 3);

        foreach (var page in new[] { await (await AgentAsync()).OpenAsync("/desk"), await (await SupervisorAsync()).OpenAsync("/board"), await (await AgentAsync()).OpenAsync("/board/promises") })
        {
            Assert.Contains("Ines: ring the guest by 18:00", page.Text, StringComparison.Ordinal);
            Assert.Contains(claim.Reference, page.Text, StringComparison.Ordinal);
        }
        var told = await SendAsync(await AgentAsync(), PromiseKind.CallBack, "keep", ("note", "Told them that we search the boats tonight"));
        Assert.Equal(HttpStatusCode.OK, told.Status);
        var kept = await PromisesAsync(PromiseKind.CallBack);
        Assert.Equal((PromiseStatus.Kept, "Maya", 0), (kept[0].Status, kept[0].SettledBy, kept[0].Miss));
        Assert.DoesNotContain("ring the guest", (await (await AgentAsync()).OpenAsync("/desk")).Text, StringComparison.OrdinalIgnoreCase);
        // The guest has heard from us, so the next word is counted from now.
        Assert.True((await Server.ClaimAsync(claim.Id)).NextWordBy > Start.AddHours(20));
    }

    [Fact]
    public async Task A_promise_that_nobody_could_keep_in_time_is_owned_up_to_with_a_new_one_and_a_name()
    {
        await AdvanceAsync(minutes: 190);

        var (broken, next) = await TwoAsync(PromiseKind.NextWord);
        Assert.Equal((PromiseStatus.Broken, 1, MissReason.StoodStill), (broken.Status, broken.Miss, broken.Reason));
        Assert.Equal((PromiseStatus.Open, PromiseCause.Missed, true, "Ines"), (next.Status, next.Cause, next.NeedsPerson, next.SupervisorName));
        Assert.Equal((Start.AddMinutes(190).AddHours(3), next.DueAt), (next.DueAt, (await Server.ClaimAsync(claim.Id)).NextWordBy));
        Assert.Equal(ClaimEventKind.PromiseBroken, (await LastEventAsync()).Kind);

        var page = await GuestPageAsync();
        Assert.StartsWith("We promised you word by now and we're late. We're sorry.", page.Headline, StringComparison.Ordinal);
        foreach (var said in new[] { "You should have heard from us by 17:00, and you did not. That is our fault", "Our system had stopped working", "Ines answers for it now", "You hear from us by 21:10" })
            Assert.Contains(said, page.Find(".timeline")!.TextContent, StringComparison.Ordinal);

        // "Nothing yet" from a machine is no way to make up for it.
        Server.Clock.Advance(TimeSpan.FromMinutes(175));
        await SweepAsync();
        Assert.DoesNotContain(ClaimEventKind.NothingYet, await Server.Store.ReadAsync(db => db.ClaimEvents.Select(e => e.Kind).ToListAsync()));
        Assert.Contains("Ines: the guest expects word by", (await (await AgentAsync()).OpenAsync("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_miss_stays_loud_until_a_supervisor_has_explained_it()
    {
        await AdvanceAsync(minutes: 190);
        await AdvanceAsync(minutes: 200);
        await SweepAsync();

        var (_, owed) = await TwoAsync(PromiseKind.NextWord);
        Assert.Equal((PromiseStatus.Open, 2, "Ines"), (owed.Status, owed.Miss, owed.SupervisorName));
        Assert.Equal(ClaimEventKind.LateAgain, (await LastEventAsync()).Kind);
        Assert.Single(await Server.Store.ReadAsync(db => db.ClaimEvents.Where(e => e.Kind == ClaimEventKind.LateAgain).ToListAsync()));
        Assert.Contains("This is not the first time, and we are sorry.", (await GuestPageAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("write why it happened again", (await (await SupervisorAsync()).OpenAsync("/board")).Text, StringComparison.Ordinal);

        // There is no way round it: not for an agent, not with an empty box, not by moving, not past the code.
        Assert.Null((await (await AgentAsync()).OpenAsync("/board/promises")).Find("form[action$='/explain']"));
        Assert.NotEqual(HttpStatusCode.SeeOther, await PostAsync(await AgentAsync(), owed.Id, "explain", ("explanation", "Never mind")));
        Assert.Equal("", (await PromisesAsync(PromiseKind.NextWord))[1].Explanation);
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(await AgentAsync(), owed.Id, "move", ("words", "Later"), ("due-date", "2026-07-05"), ("due-time", "12:00")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(await SupervisorAsync(), PromiseKind.NextWord, "explain", ("explanation", "  "))).Status);
        var refused = await Assert.ThrowsAsync<SqliteException>(() => Server.Store.WriteAsync(
            db => db.Promises.Where(p => p.Id == owed.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, PromiseStatus.Broken)), default));
        Assert.Contains("ck_promises_explained", refused.Message, StringComparison.Ordinal);

        await SendAsync(await SupervisorAsync(), PromiseKind.NextWord, "explain", ("explanation", "Two of us were ill and nobody took over the list. It goes to the shift lead from today."));

        var after = await PromisesAsync(PromiseKind.NextWord);
        Assert.Equal([PromiseStatus.Broken, PromiseStatus.Broken, PromiseStatus.Open], after.Select(p => p.Status));
        Assert.Contains("shift lead", after[1].Explanation, StringComparison.Ordinal);
        Assert.Equal(("Ines", true), (after[2].SupervisorName, after[2].NeedsPerson));
    }

    [Fact]
    public async Task Ringing_the_guest_late_keeps_the_debt_of_an_explanation()
    {
        await AdvanceAsync(minutes: 190);
        await AdvanceAsync(minutes: 200);

        await SendAsync(await AgentAsync(), PromiseKind.NextWord, "keep", ("note", "Said sorry, told them that it is still searched for"));

        var promises = await PromisesAsync(PromiseKind.NextWord);
        Assert.Equal([PromiseStatus.Broken, PromiseStatus.Unexplained, PromiseStatus.Open], promises.Select(p => p.Status));
        Assert.Contains("write why the guest was let down a second time", (await (await SupervisorAsync()).OpenAsync("/board")).Text, StringComparison.Ordinal);

        await SendAsync(await SupervisorAsync(), PromiseKind.NextWord, "explain", ("explanation", "The list was not handed over at the change of shift."));

        Assert.Equal(PromiseStatus.Broken, (await PromisesAsync(PromiseKind.NextWord))[1].Status);
        Assert.DoesNotContain("second time", (await (await SupervisorAsync()).OpenAsync("/board")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_moved_before_it_is_due_and_the_guest_reads_why()
    {
        await PromiseCallAsync(Start.AddHours(3));

        var early = await SendAsync(await AgentAsync(), PromiseKind.CallBack, "move", ("words", "The ride opens again only at 17:00"), ("due-date", "2026-07-04"), ("due-time", "14:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("The ride opens again only at 17:00", early.Html, StringComparison.Ordinal);
        await SendAsync(await AgentAsync(), PromiseKind.CallBack, "move", ("words", "The ride opens again only at 17:00"), ("due-date", "2026-07-04"), ("due-time", "20:30"));

        var (before, after) = await TwoAsync(PromiseKind.CallBack);
        Assert.Equal((PromiseStatus.Moved, 0), (before.Status, before.Miss));
        Assert.Equal((new DateTime(2026, 7, 4, 19, 30, 0, DateTimeKind.Utc), "The ride opens again only at 17:00", "Ines"), (after.DueAt, after.Note, after.SupervisorName));
        Assert.Equal("The ride opens again only at 17:00", (await GuestPageAsync()).Find("blockquote")!.TextContent);
        Assert.Equal((ClaimEventKind.PromiseMoved, after.Id), ((await LastEventAsync()).Kind, (await LastEventAsync()).PromiseId));
    }

    /// <summary>Signed in anew each time: a desk that nobody touches for ten minutes locks itself.</summary>
    private Task<Browser> AgentAsync() => Server.SignInAsync(StaffRole.Agent, "Maya");

    private Task<Browser> SupervisorAsync() => Server.SignInAsync(StaffRole.Supervisor, "Ines", "Back office");

    private Task<Page> GuestPageAsync() => Server.NewBrowser().OpenAsync(address);

    private Task PromiseCallAsync(DateTime due) => Server.Store.WriteAsync(async db =>
        await db.CallBackAsync(await db.Claims.SingleAsync(c => c.Id == claim.Id), PromiseCause.SecondContact, due, Start, await db.NameSupervisorAsync(Start)), default);

    private async Task<Page> SendAsync(Browser who, PromiseKind kind, string act, params (string Name, string Value)[] typed)
    {
        var id = (await PromisesAsync(kind)).Last(p => act == "explain" ? p.NeedsExplanation : p.IsOpen).Id;
        return await who.SendAsync(await who.OpenAsync("/board/promises"), $"form[action='/board/promises/{id}/{act}']", typed);
    }

    /// <summary>Past the page: a form that it does not show.</summary>
    private static async Task<HttpStatusCode> PostAsync(Browser who, Guid id, string act, params (string Name, string Value)[] typed)
    {
        var token = (await who.OpenAsync("/board/promises")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = typed.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(fields);
        using var response = await who.Http.PostAsync($"/board/promises/{id}/{act}", content);
        return response.StatusCode;
    }

    private async Task AdvanceAsync(int minutes)
    {
        Server.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await SweepAsync();
    }

    private Task<int> SweepAsync() => Server.Services.GetRequiredService<KeepPromises>().SweepAsync(default);

    private Task<List<Promise>> PromisesAsync(PromiseKind kind) =>
        Server.Store.ReadAsync(db => db.Promises.Where(p => p.ClaimId == claim.Id && p.Kind == kind && p.Cause != PromiseCause.Filed).OrderBy(p => p.MadeAt).ThenBy(p => p.Cause == PromiseCause.Moved).ToListAsync());

    private async Task<(Promise First, Promise Second)> TwoAsync(PromiseKind kind)
    {
        var both = await PromisesAsync(kind);
        Assert.Equal(2, both.Count);
        return (both[0], both[1]);
    }

    private Task<ClaimEvent> LastEventAsync() => Server.Store.ReadAsync(db => db.ClaimEvents.Where(e => e.ClaimId == claim.Id).OrderBy(e => e.Id).LastAsync());
}
