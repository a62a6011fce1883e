using System.Net;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Board;

public sealed class BoardTests
{
    [Fact]
    public async Task The_board_counts_the_day()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, _) = await server.AddPairAsync();
        var given = await server.AddItemAsync();
        await server.AddItemAsync(item => new Item
        {
            Id = item.Id, Tag = item.Tag, Category = "umbrella", Colours = ["red"], Place = item.Place, Desk = item.Desk, SearchText = "",
            FoundAt = item.FoundAt.AddDays(-1), RegisteredAt = item.RegisteredAt.AddDays(-1),
        });
        await server.HandOverAsync(given);
        await server.MatchAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(75));
        var supervisor = await server.SignInAsync(StaffRole.Supervisor, "Sam");

        var page = await supervisor.OpenAsync("/board");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("2", Number(page, "Items today"));
        Assert.Equal("1", Number(page, "Open claims"));
        Assert.Equal("1", Number(page, "Candidates waiting"));
        Assert.Equal("1", Number(page, "Handed over today"));
        Assert.Equal("1 h 15", Number(page, "Oldest open claim"));
        Assert.Equal("1", Number(page, "Promises due"));
        Assert.Contains($"{claim.Reference}, word due 17:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("as of", page.Find(".as-of")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("16:15:00", page.Find(".as-of")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("15:00: 2 registered, 1 handed over", page.Find("svg[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Null(page.Find("[style]"));
    }

    [Fact]
    public async Task A_broken_promise_asks_for_action_in_words()
    {
        await using var server = await TestServer.StartAsync();
        await server.StopKeepingPromisesAsync();
        var claim = await server.AddClaimAsync(wordDueIn: TimeSpan.FromMinutes(10));
        var supervisor = await server.SignInAsync(StaffRole.Supervisor, "Sam");
        Assert.Null((await supervisor.OpenAsync("/board/figures")).Find(".needs-action"));

        server.Clock.Advance(TimeSpan.FromMinutes(11));
        await server.AddItemAsync();
        supervisor = await server.SignInAsync(StaffRole.Supervisor, "Sam");
        var board = await supervisor.OpenAsync("/board/figures");

        Assert.Contains("One guest waits for word", board.Find(".needs-action .stat-action")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Call or write to the guest of {claim.Reference} now", board.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/board")]
    [InlineData("/board/figures")]
    public async Task An_agent_is_sent_away(string address)
    {
        await using var server = await TestServer.StartAsync();
        var agent = await server.SignInAsync();

        var page = await agent.OpenAsync(address);

        Assert.Equal("/not-allowed", page.Address.AbsolutePath);
        Assert.Null(page.Find(".stat"));
    }

    private static string Number(Page page, string label) => page.Document.QuerySelectorAll(".stat")
        .Single(stat => stat.QuerySelector(".stat-label")!.TextContent == label).QuerySelector(".stat-number")!.TextContent;
}

internal static class HandingOver
{
    /// <summary>As the handover leaves it.</summary>
    public static Task HandOverAsync(this TestServer server, Item item) => server.Store.WriteAsync(db =>
    {
        var now = server.Clock.GetUtcNow().UtcDateTime;
        db.Items.Attach(item);
        (item.Status, item.Version) = (ItemStatus.HandedOver, item.Version + 1);
        db.Handovers.Add(new HandoverRecord
        {
            Id = Guid.NewGuid(), ItemId = item.Id, Recipient = [], Proof = ProofKind.AnsweredQuestions, ProofNote = "", SignedText = [], SignatureKind = SignatureKind.Typed, Signature = [],
            SignatureHash = [], StaffId = Guid.NewGuid(), DeviceId = Guid.NewGuid(), At = now,
        });
        return Task.CompletedTask;
    }, default);
}
