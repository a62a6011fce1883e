using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Valuables;

public sealed class CountCashTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Browser maya = null!;
    private StaffMember tom = null!;
    private Item wallet = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        maya = await server.SignInAsync();
        tom = await server.AddStaffAsync(StaffRole.Agent, "Tom");
        wallet = await server.AddItemAsync(item => { (item.Category, item.Bin, item.NeedsMatching) = ("wallet", "A1", false); return item; });
    }

    public async ValueTask DisposeAsync()
    {
        maya.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Two_people_who_count_the_same_seal_it_into_the_safe()
    {
        var done = await maya.CountSecondAsync(await maya.CountFirstAsync(wallet, CountingSteps.Counted), tom, CountingSteps.Counted);

        Assert.Equal($"/items/{wallet.Id}", done.Address.AbsolutePath);
        var count = await server.Store.ReadAsync(db => db.CashCounts.SingleAsync());
        Assert.Equal(("Maya", "Tom", "Desk 1", "S1", "LB-1001"), (count.FirstStaffName, count.SecondStaffName, count.DeviceName, count.Bin, count.Seal));
        Assert.Equal((85.20m, new ForeignCash("EUR", 20)), (count.Cash().Total, count.Cash().Foreign[0]));
        var now = await AtTheKiosk.ItemAsync(server, wallet.Id);
        Assert.Equal(("S1", "main", wallet.Version + 1), (now.Bin, now.Desk, now.Version));
        var told = (await server.CustodyAsync(wallet.Id))[^1];
        Assert.Equal((2, CustodyKind.CashCounted, "Maya", "S1"), (told.Sequence, told.Kind, told.StaffName, told.Bin));
        foreach (var words in new[] { "£85.20 and EUR 20.00: 1 × £50, 1 × £20, 3 × £5, 1 × £0.20.", "Counted by Maya, then by Tom without seeing the first count.", "Seal LB-1001", "In A1 (Bags, left), Guest Services desk → In S1" })
        {
            Assert.Contains(words, told.Note, StringComparison.Ordinal);
            Assert.Contains(words, done.Text, StringComparison.Ordinal);
        }
        Assert.True((await CustodyChain.VerifyAsync(server.Store)).IsWhole);
    }

    [Fact]
    public async Task The_second_form_gives_nothing_of_the_first_count_away()
    {
        var second = await maya.CountFirstAsync(wallet, CountingSteps.Counted);

        Assert.StartsWith("Second count: Wallet or purse", second.Headline, StringComparison.Ordinal);
        Assert.DoesNotContain("85.20", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("EUR 20", second.Html, StringComparison.Ordinal);
        Assert.All(second.Document.QuerySelectorAll("[data-cash-value]"), field => Assert.Equal("", field.GetAttribute("value") ?? ""));
        Assert.DoesNotContain(second.Document.QuerySelectorAll("#second option"), option => option.TextContent == "Maya");
    }

    [Fact]
    public async Task Counts_that_differ_record_nothing_and_tell_both_by_how_much()
    {
        var second = await maya.CountFirstAsync(wallet, CountingSteps.Counted);

        var differ = await maya.CountSecondAsync(second, tom, CountingSteps.Counted.With("count-5", "2"));

        Assert.Equal(HttpStatusCode.Conflict, differ.Status);
        Assert.Equal(["£5", "3", "2", "1"], differ.Document.QuerySelectorAll(".cash-differences tbody tr > *").Select(cell => cell.TextContent));
        Assert.All(differ.Document.QuerySelectorAll("[data-cash-value]"), field => Assert.Equal("", field.GetAttribute("value") ?? ""));
        Assert.Equal("LB-1001", differ.Find("#seal")!.GetAttribute("value"));
        Assert.Equal((0, 1), await server.Store.ReadAsync(async db => (await db.CashCounts.CountAsync(), await db.CustodyEvents.CountAsync(e => e.ItemId == wallet.Id))));
        Assert.Equal("A1", (await AtTheKiosk.ItemAsync(server, wallet.Id)).Bin);
        Assert.Contains("Maya and Tom", (await server.Store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Kind == AuditKind.CashCountsDiffered))).Subject, StringComparison.Ordinal);

        // Going back to correct only the second count is no way out.
        var corrected = await maya.CountSecondAsync(second, tom, CountingSteps.Counted);
        Assert.Equal(HttpStatusCode.Conflict, corrected.Status);
        Assert.Contains("Count again, both of you", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(0, await server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task The_second_person_is_another_one_with_the_right_PIN_and_keeps_what_they_counted()
    {
        var second = await maya.CountFirstAsync(wallet, CountingSteps.Counted);
        var me = await server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Name == "Maya"));

        var oneself = await maya.CountSecondAsync(second, me, CountingSteps.Counted);
        var wrong = await maya.CountSecondAsync(second, tom, CountingSteps.Counted, "111222");

        Assert.Contains("the second person must be somebody else", oneself.Text, StringComparison.Ordinal);
        Assert.Contains("That PIN isn’t right", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("3", wrong.Find("[name=count-5]")!.GetAttribute("value"));
        Assert.Equal("20", wrong.Find("[name=foreign-1-amount]")!.GetAttribute("value"));
        Assert.Equal(1, (await server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Id == tom.Id))).FailedPins);
        var done = await maya.SendAsync(wrong, "form#second-count", ("pin", StaffBrowser.Pin));
        Assert.Equal($"/items/{wallet.Id}", done.Address.AbsolutePath);
    }

    [Fact]
    public async Task Five_wrong_PINs_lock_the_second_person_out_here_too()
    {
        var second = await maya.CountFirstAsync(wallet, CountingSteps.Counted);
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.CountSecondAsync(second, tom, CountingSteps.Counted, "111222")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await maya.CountSecondAsync(second, tom, CountingSteps.Counted, "111222")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await maya.CountSecondAsync(second, tom, CountingSteps.Counted)).Status);
        Assert.Equal(0, await server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task A_double_tap_is_one_count()
    {
        var second = await maya.CountFirstAsync(wallet, CountingSteps.Counted);

        for (var i = 0; i < 2; i++)
            Assert.Equal($"/items/{wallet.Id}", (await maya.CountSecondAsync(second, tom, CountingSteps.Counted)).Address.AbsolutePath);

        Assert.Equal(1, await server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task A_first_count_is_of_no_use_to_another_person_or_after_half_an_hour()
    {
        var second = await maya.CountFirstAsync(wallet, CountingSteps.Counted);
        using var ben = await server.SignInAsync(staffName: "Ben", deviceName: "Desk 2");
        var bens = await ben.CountFirstAsync(wallet, CountingSteps.Counted.With("seal", "LB-1002"));
        var stolen = await ben.CountSecondAsync(bens, tom, CountingSteps.Counted.With("ticket", second.Find("[name=ticket]")!.GetAttribute("value")!));
        Assert.Contains("too old, or was made by somebody else", stolen.Text, StringComparison.Ordinal);

        for (var i = 0; i < 4; i++)
        {
            server.Clock.Advance(TimeSpan.FromMinutes(8));
            await maya.OpenAsync("/items");
        }
        Assert.Contains("too old", (await maya.CountSecondAsync(second, tom, CountingSteps.Counted)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task The_server_works_the_sum_out_and_wrong_fields_keep_what_was_typed()
    {
        var page = await maya.OpenAsync($"/items/{wallet.Id}/valuables");

        var sum = await maya.SendAsync(page, "form#first-count", [.. CountingSteps.Counted, ("sum", "1")]);
        var wrong = await maya.SendAsync(page, "form#first-count", [.. CountingSteps.Counted.With("count-5", "3x").With("seal", " ").With("bin", "A1")]);

        Assert.Equal((HttpStatusCode.OK, "£85.20"), (sum.Status, sum.Find("output")!.TextContent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["#count-5", "#seal", "#bin"], wrong.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("3x", "1"), (wrong.Find("[name=count-5]")!.GetAttribute("value"), wrong.Find("[name=count-50]")!.GetAttribute("value")));
        Assert.Equal(["S1", "S2"], wrong.Document.QuerySelectorAll("#bin option").Select(option => option.GetAttribute("value")).Where(value => value!.Length > 0));
    }

    [Fact]
    public async Task A_count_again_is_another_record_under_another_seal()
    {
        await maya.CountSecondAsync(await maya.CountFirstAsync(wallet, CountingSteps.Counted), tom, CountingSteps.Counted);
        var form = await maya.OpenAsync($"/items/{wallet.Id}/valuables");
        Assert.DoesNotContain("85.20", form.Html, StringComparison.Ordinal);
        Assert.Contains("The seal LB-1001 was used before", (await maya.CountFirstAsync(wallet, CountingSteps.Counted)).Text, StringComparison.Ordinal);

        var fewer = CountingSteps.Counted.With("count-50", "0").With("seal", "LB-1002");
        await maya.CountSecondAsync(await maya.CountFirstAsync(wallet, fewer), tom, fewer);

        Assert.Equal(["LB-1001", "LB-1002"], await server.Store.ReadAsync(db => db.CashCounts.OrderBy(c => c.CustodySequence).Select(c => c.Seal).ToListAsync()));
        Assert.Contains("£35.20 and EUR 20.00, under seal LB-1002", (await maya.OpenAsync($"/items/{wallet.Id}")).Text, StringComparison.Ordinal);
        Assert.True((await CustodyChain.VerifyAsync(server.Store)).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE cash_counts SET Counted = replace(Counted, '50', '20')", "was changed")]
    [InlineData("UPDATE cash_counts SET SecondStaffName = 'Maya'", "was changed")]
    [InlineData("DELETE FROM cash_counts", "is missing")]
    public async Task A_count_that_is_changed_afterwards_shows(string tampering, string what)
    {
        await maya.CountSecondAsync(await maya.CountFirstAsync(wallet, CountingSteps.Counted), tom, CountingSteps.Counted);

        await server.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync(tampering), default);

        var found = Assert.Single((await CustodyChain.VerifyAsync(server.Store)).Breaks);
        Assert.Equal((wallet.Tag, 2), (found.Tag, found.Sequence));
        Assert.Contains(what, found.What, StringComparison.Ordinal);
    }
}
