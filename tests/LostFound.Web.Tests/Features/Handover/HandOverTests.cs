using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Live;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Handover;

public sealed class HandOverTests() : SignedInTest(staffName: "Maya", deviceName: "Desk 2")
{
    [Fact]
    public async Task Without_a_script_the_name_is_typed_the_text_read_and_the_receipt_shown()
    {
        var (item, claim) = await Server.AddHeldItemAsync();
        var details = await Agent.OpenAsync($"/handover/{item.Id}");
        Assert.Equal(Scene.Guest, details.Value("name"));
        var sign = await Agent.GoToSignatureAsync(item);
        Assert.Equal(
            $"I, {Scene.Guest}, received on 4 July 2026 at 15:00 at Guest Services desk: Backpack, blue, Fjällräven (tag {TagCode.Display(item.Tag)}). It is mine, or I collect it for its owner.",
            sign.Find("#signed-text")!.TextContent);
        var receipt = await Agent.SignAsync(sign, ("typed", "  amal  haddad "));
        Assert.Equal($"/handover/{item.Id}/receipt", receipt.Address.AbsolutePath);
        foreach (var words in new[] { Scene.Guest, "Maya, Desk 2", claim.Reference, "Answered what only the owner knows", "Knew the initials", "Signed by typing the name", "It is mine" })
            Assert.Contains(words, receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_transaction_moves_item_claim_custody_timeline_and_outbox()
    {
        var (item, claim) = await Server.AddHeldItemAsync();
        await Agent.HandOverAsync(item);
        await Server.Store.ReadAsync(async db =>
        {
            var moved = await db.Items.SingleAsync(i => i.Id == item.Id);
            Assert.Equal((ItemStatus.HandedOver, claim.Id, 3), (moved.Status, moved.ClaimId!.Value, moved.Version));
            var collected = await db.Claims.SingleAsync(c => c.Id == claim.Id);
            Assert.Equal((ClaimStatus.Collected, null, claim.Version + 1), (collected.Status, collected.NextWordBy, collected.Version));
            Assert.Equal(CandidateStatus.Confirmed, (await db.Candidates.SingleAsync(c => c.ItemId == item.Id)).Status);
            Assert.Equal(ClaimEventKind.Collected, (await db.ClaimEvents.SingleAsync(e => e.ClaimId == claim.Id)).Kind);
            var custody = await db.CustodyEvents.SingleAsync(e => e.ItemId == item.Id && e.Kind == CustodyKind.HandedOver);
            Assert.Equal((2, "Maya", "Desk 2"), (custody.Sequence, custody.StaffName, custody.DeviceName));
            Assert.DoesNotContain("Amal", custody.Note, StringComparison.OrdinalIgnoreCase);
            var record = await db.Handovers.SingleAsync(h => h.ItemId == item.Id);
            Assert.Contains(Convert.ToHexStringLower(record.SignatureHash)[..16], custody.Note, StringComparison.Ordinal);
            var topics = await db.Changes.Select(c => c.Topic).ToListAsync();
            Assert.Superset(new HashSet<string> { Topics.Item(item.Id), Topics.Claim(claim.Id), Topics.Inbox, Topics.Board }, topics.ToHashSet());
            return true;
        });
    }

    [Fact]
    public async Task A_drawn_signature_stands_on_the_receipt()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var receipt = await Agent.SignAsync(await Agent.GoToSignatureAsync(item), ("signature", Scene.Drawing));
        Assert.Equal(Scene.Drawing, receipt.Find("svg.signature .signature-ink")?.GetAttribute("d"));
    }

    [Fact]
    public async Task An_item_without_a_claim_needs_a_note_on_what_convinced_us()
    {
        var item = await Server.AddItemAsync();
        var page = await Agent.GoToSignatureAsync(item, note: " ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Without a claim, write down what convinced you", page.Text, StringComparison.Ordinal);
        Assert.Equal(Scene.Guest, page.Value("name"));
        Assert.NotNull(page.Find("input[name=proof][value=AnsweredQuestions][checked]"));
        var receipt = await Agent.HandOverAsync(item);
        Assert.Contains("Collected without a claim", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_tap_makes_one_record_and_shows_the_same_receipt()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        var sign = await Agent.GoToSignatureAsync(item);
        using var twin = Server.WindowOf(Agent);
        var receipts = await Task.WhenAll(Agent.SignAsync(sign), twin.SignAsync(sign));
        Assert.All(receipts, receipt => Assert.Equal($"/handover/{item.Id}/receipt", receipt.Address.AbsolutePath));
        Assert.Equal((1, 0), await Server.Store.ReadAsync(async db => (await db.Handovers.CountAsync(), await db.RefusedScans.CountAsync())));
    }

    [Fact]
    public async Task Of_two_desks_at_once_one_wins_and_the_other_is_told_who_did()
    {
        using var other = await Server.SignInAsync(staffName: "Ben", deviceName: "Desk 7", desk: "harbour");
        var pairs = new List<(Item Item, (Browser Desk, Page Page) Maya, (Browser Desk, Page Page) Ben)>();
        for (var i = 0; i < 20; i++)
        {
            var (item, _) = await Server.AddHeldItemAsync($"REF-{i}");
            var (maya, ben) = (Server.WindowOf(Agent), Server.WindowOf(other));
            pairs.Add((item, (maya, await maya.GoToSignatureAsync(item)), (ben, await ben.GoToSignatureAsync(item))));
        }
        var answers = await Task.WhenAll(pairs.Select(async pair => (pair.Item,
            Pages: await Task.WhenAll(pair.Maya.Desk.SignAsync(pair.Maya.Page), pair.Ben.Desk.SignAsync(pair.Ben.Page)))));
        foreach (var (item, pages) in answers)
        {
            var mayaWon = pages[0].Status == HttpStatusCode.OK;
            var (winner, loser) = mayaWon ? (pages[0], pages[1]) : (pages[1], pages[0]);
            Assert.EndsWith("/receipt", winner.Address.AbsolutePath, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, loser.Status);
            Assert.Equal($"Already handed over at 15:00 by {(mayaWon ? "Maya at Desk 2" : "Ben at Desk 7")}", loser.Headline);
            var rows = await Server.Store.ReadAsync(db => db.RefusedScans.Where(r => r.ItemId == item.Id).ToListAsync());
            Assert.Equal(ScanRefusal.AlreadyHandedOver, Assert.Single(rows).Reason);
            Assert.Equal(1, await Server.Store.ReadAsync(db => db.CustodyEvents.CountAsync(e => e.ItemId == item.Id && e.Kind == CustodyKind.HandedOver)));
        }
    }

    [Fact]
    public async Task Text_and_signature_cannot_be_exchanged_unseen()
    {
        var vault = Server.Services.GetRequiredService<ContactVault>();
        var (item, _) = await Server.AddHeldItemAsync();
        await Agent.HandOverAsync(item);
        Assert.True(await VerifiesAsync(item, vault));
        await ExchangeAsync(item, set => set.SetProperty(h => h.Signature, vault.SealText("Mallory Haddad")));
        Assert.False(await VerifiesAsync(item, vault));
        await ExchangeAsync(item, set => set.SetProperty(h => h.Signature, vault.SealText(Scene.Guest)));
        Assert.True(await VerifiesAsync(item, vault));
        await ExchangeAsync(item, set => set.SetProperty(h => h.SignedText, vault.SealText("I received nothing.")));
        Assert.False(await VerifiesAsync(item, vault));
        var receipt = await Agent.OpenAsync($"/handover/{item.Id}/receipt");
        Assert.Contains("changed after it was signed", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_name_nor_signature_stands_in_the_database_in_clear()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        await Agent.HandOverAsync(item);
        await Server.Store.ReadAsync(async db =>
        {
            var record = await db.Handovers.SingleAsync(h => h.ItemId == item.Id);
            foreach (var column in new[] { record.Recipient, record.SignedText, record.Signature })
                Assert.DoesNotContain("Haddad", System.Text.Encoding.UTF8.GetString(column), StringComparison.Ordinal);
            return true;
        });
    }

    [Fact]
    public async Task An_address_without_an_item_or_without_a_handover_gets_a_helpful_page()
    {
        var item = await Server.AddItemAsync();
        foreach (var address in new[] { $"/handover/{Guid.NewGuid()}", $"/handover/{Guid.NewGuid()}/receipt", $"/handover/{item.Id}/receipt" })
            Assert.Equal(HttpStatusCode.NotFound, (await Agent.OpenAsync(address)).Status);
    }

    private Task<bool> VerifiesAsync(Item item, ContactVault vault) =>
        Server.Store.ReadAsync(async db => (await db.Handovers.SingleAsync(h => h.ItemId == item.Id)).Verify(vault));

    private Task ExchangeAsync(Item item, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<HandoverRecord>> change) =>
        Server.Store.WriteAsync(db => db.Handovers.Where(h => h.ItemId == item.Id).ExecuteUpdateAsync(change), default);
}
