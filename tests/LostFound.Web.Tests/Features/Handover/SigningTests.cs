using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Handover;

/// <summary>Everything that can be wrong between the text that was shown and the signature that comes back.</summary>
public sealed class SigningTests : SignedInTest
{
    [Fact]
    public async Task A_changed_item_shows_the_new_text_and_keeps_the_rest()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        await ChangeAsync(item, set => set.SetProperty(i => i.Brand, "Deuter").SetProperty(i => i.Version, i => i.Version + 1));
        var again = await Agent.SignAsync(sign);
        await AssertAgainAsync(again, item, HttpStatusCode.Conflict);
        Assert.Contains("Deuter", again.Find("#signed-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", again.Value("typed"));
        Assert.Equal(ScanRefusal.ChangedMeanwhile, (await Server.Store.ReadAsync(db => db.RefusedScans.SingleAsync())).Reason);
        await AssertDoneAsync(await Agent.SignAsync(again), item);
    }

    [Fact]
    public async Task A_newer_version_with_the_same_text_is_refused_as_well()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        await ChangeAsync(item, set => set.SetProperty(i => i.Bin, "A4").SetProperty(i => i.Version, i => i.Version + 1));
        await AssertAgainAsync(await Agent.SignAsync(sign), item, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_name_other_than_the_one_in_the_text_was_never_signed()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        var again = await Agent.SignAsync(sign, ("name", "Mallory"), ("typed", "Mallory"));
        await AssertAgainAsync(again, item, HttpStatusCode.Conflict, name: "Mallory");
        Assert.StartsWith("I, Mallory,", again.Find("#signed-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_ticket_is_refused()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        foreach (var ticket in new[] { "", "forged", "CfDJ8Forged-but-like-one", sign.Value("ticket")[..^1] })
            await AssertAgainAsync(await Agent.SignAsync(sign, ("ticket", ticket), ("typed", Scene.Guest)), item, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_ticket_of_another_item_or_with_another_texts_hash_is_refused()
    {
        var (item, claim) = await Server.AddHeldItemAsync();
        var tickets = Server.Services.GetRequiredService<SigningTickets>();
        var now = Server.Clock.GetUtcNow().UtcDateTime;
        var foreign = tickets.Seal(new SigningTicket(Guid.NewGuid(), 2, claim.Id, now, SigningTicket.HashOf("")));
        var wrongHash = tickets.Seal(new SigningTicket(item.Id, 2, claim.Id, now, SigningTicket.HashOf("Something else.")));
        var sign = await Agent.GoToSignatureAsync(item);
        await AssertAgainAsync(await Agent.SignAsync(sign, ("ticket", foreign), ("typed", Scene.Guest)), item, HttpStatusCode.UnprocessableEntity);
        await AssertAgainAsync(await Agent.SignAsync(sign, ("ticket", wrongHash), ("typed", Scene.Guest)), item, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_text_open_for_too_long_is_shown_with_the_time_of_now()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        Agent = await Server.SignInAsync(staffName: "Ola", deviceName: "Desk 3");
        var sign = await Agent.GoToSignatureAsync(item);
        Server.Clock.Advance(HandoverLimits.TextLives + TimeSpan.FromMinutes(1));
        // Nobody is idle for that long and still signed in, so a colleague sends what stayed open.
        Agent = await Server.SignInAsync(staffName: "Ola", deviceName: "Desk 3");
        var fresh = await Agent.GoToSignatureAsync(item);
        var again = await Agent.SignAsync(fresh, ("ticket", sign.Value("ticket")), ("typed", Scene.Guest));
        await AssertAgainAsync(again, item, HttpStatusCode.Conflict);
        Assert.Contains("at 15:31", again.Find("#signed-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_a_path_that_the_pad_draws_is_taken_for_a_drawing()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        foreach (var path in new[]
        {
            "M0 0\"/><script>alert(1)</script>",
            "M10 10L20 20Zjavascript:alert(1)",
            "M10 10A5 5 0 0 1 20 20L30 30L40 40",
            "L10 10L20 20L30 30L40 40L50 50",
            "M10 10L999 20L30 30L40 40L50 50",
            "M10 10L20 201L30 30L40 40L50 50",
            "M10 10L20 20L30 30L40 40L50 50\n",
            "M1 1L2 2",
            "M10 10" + string.Concat(Enumerable.Repeat("L20 20", HandoverLimits.SignatureMost)),
        })
        {
            var again = await Agent.SignAsync(sign, ("signature", path));
            await AssertAgainAsync(again, item, HttpStatusCode.UnprocessableEntity);
            Assert.Contains("Clear the pad and sign again", again.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("alert(1)", again.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missing_or_different_typed_name_is_said_and_the_same_text_stays_to_be_signed()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        Server.Clock.Advance(TimeSpan.FromMinutes(2));
        var missing = await Agent.SignAsync(sign, ("typed", " "));
        await AssertAgainAsync(missing, item, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(sign.Find("#signed-text")!.TextContent, missing.Find("#signed-text")!.TextContent);
        var different = await Agent.SignAsync(missing, ("typed", "A. H."));
        await AssertAgainAsync(different, item, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("A. H.", different.Value("typed"));
        await AssertDoneAsync(await Agent.SignAsync(different), item);
    }

    [Fact]
    public async Task An_item_confirmed_for_a_guest_meanwhile_cannot_be_walked_away_with()
    {
        var item = await Server.AddItemAsync();
        var sign = await Agent.GoToSignatureAsync(item, "Walter Walkin");
        var (claim, _) = await Server.AddClaimAsync();
        await Server.HoldAsync(item, claim);
        var refused = await Agent.SignAsync(sign, ("typed", "Walter Walkin"));
        Assert.Equal((HttpStatusCode.Conflict, "Kept for another guest meanwhile"), (refused.Status, refused.Headline));
        Assert.Contains(claim.Reference, refused.Text, StringComparison.Ordinal);
        var row = await Server.Store.ReadAsync(db => db.RefusedScans.SingleAsync());
        Assert.Equal((ScanRefusal.HeldForAnother, item.Id, item.Tag), (row.Reason, row.ItemId!.Value, row.RawCode));
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Handovers.CountAsync()));
    }

    [Fact]
    public async Task An_item_kept_for_a_withdrawn_claim_must_be_released_first()
    {
        var (item, claim) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        await Server.Store.WriteAsync(db => db.Claims.Where(c => c.Id == claim.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.Withdrawn)), default);
        var refused = await Agent.SignAsync(sign);
        Assert.Equal((HttpStatusCode.Conflict, "Its claim is closed"), (refused.Status, refused.Headline));
    }

    [Fact]
    public async Task A_released_item_asks_for_the_note_that_a_handover_without_a_claim_needs()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item, note: "");
        await ChangeAsync(item, set => set.SetProperty(i => i.Status, ItemStatus.InStorage).SetProperty(i => i.ClaimId, (Guid?)null).SetProperty(i => i.Version, i => i.Version + 1));
        var details = await Agent.SignAsync(sign);
        Assert.Equal(HttpStatusCode.Conflict, details.Status);
        Assert.NotNull(details.Find("form#details-form"));
        Assert.Equal(Scene.Guest, details.Value("name"));
        Assert.Contains("Without a claim, write down what convinced you", details.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_that_are_wrong_come_back_as_they_were_typed()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        (string Name, string Value)[] right = [("name", "Zoë Brown"), ("proof", nameof(ProofKind.PhotoId)), ("note", "Line one\nline two")];
        foreach (var (field, value) in new[] { ("name", ""), ("name", "a\u0001b"), ("proof", ""), ("proof", "0"), ("proof", "Bribe") })
        {
            var page = await Agent.SendAsync(await Agent.OpenAsync($"/handover/{item.Id}"), "form#details-form", [.. right.Where(f => f.Name != field), (field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.NotNull(page.Find($".error-summary a[href='#{field}']"));
            Assert.Equal("Line one\nline two", page.Find("textarea[name=note]")!.TextContent);
            Assert.Equal(field == "name" ? value : "Zoë Brown", page.Value("name"));
        }
    }

    [Fact]
    public async Task Too_long_a_name_and_note_are_said_with_their_lengths()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var page = await Agent.GoToSignatureAsync(item, new string('n', HandoverLimits.Name + 1), new string('x', HandoverLimits.ProofNote + 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("this has 101", page.Text, StringComparison.Ordinal);
        Assert.Contains("this has 501", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_page_loses_neither_details_nor_signature()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        Agent.Jar.Forget("lostfound-form");
        var again = await Agent.SignAsync(sign, ("signature", Scene.Drawing));
        await AssertAgainAsync(again, item, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(Scene.Drawing, again.Value("signature"));
        await AssertDoneAsync(await Agent.SendAsync(again, "form#sign-form"), item);
    }

    [Fact]
    public async Task Going_back_to_the_details_keeps_them()
    {
        var item = await Server.AddItemAsync();
        var sign = await Agent.GoToSignatureAsync(item, "Zoë Brown", "Had the key to its lock");
        var form = sign.Document.QuerySelector("form#sign-form")!;
        form.SetAttribute("action", $"/handover/{item.Id}");
        var details = await Agent.SendAsync(sign, "form#sign-form", ("back", "1"));
        Assert.NotNull(details.Find("form#details-form"));
        Assert.Equal(("Zoë Brown", "Had the key to its lock"), (details.Value("name"), details.Find("textarea[name=note]")!.TextContent));
    }

    private Task ChangeAsync(Item item, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Item>> change) =>
        Server.Store.WriteAsync(db => db.Items.Where(i => i.Id == item.Id).ExecuteUpdateAsync(change), default);

    /// <summary>Not handed over, the text is there to be signed, and the details are kept.</summary>
    private async Task AssertAgainAsync(Page page, Item item, HttpStatusCode status, string name = Scene.Guest)
    {
        Assert.Equal(status, page.Status);
        Assert.NotNull(page.Find("#signed-text"));
        Assert.Equal((name, nameof(ProofKind.AnsweredQuestions), "Knew the initials"), (page.Value("name"), page.Value("proof"), page.Value("note")));
        Assert.False(await Server.Store.ReadAsync(db => db.Handovers.AnyAsync(h => h.ItemId == item.Id)));
    }

    private async Task AssertDoneAsync(Page page, Item item)
    {
        Assert.EndsWith("/receipt", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.True(await Server.Store.ReadAsync(db => db.Handovers.AnyAsync(h => h.ItemId == item.Id)));
    }
}
