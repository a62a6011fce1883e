using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Valuables;

public sealed class CountCashTests : SignedInTest
{
    private StaffMember tom = null!;
    private Item wallet = null!;

    protected override async Task ArrangeAsync()
    {
        tom = await Server.AddStaffAsync(StaffRole.Agent, "Tom");
        wallet = await Server.AddItemAsync(item => { (item.Category, item.Bin, item.NeedsMatching) = ("wallet", "A1", false); return item; });
    }

    [Fact]
    public async Task Two_people_who_count_the_same_seal_it_into_the_safe()
    {
        var done = await Agent.CountSecondAsync(await Agent.CountFirstAsync(wallet, CountingSteps.Counted), tom, CountingSteps.Counted);

        Assert.Equal($"/items/{wallet.Id}", done.Address.AbsolutePath);
        var count = await Server.Store.ReadAsync(db => db.CashCounts.SingleAsync());
        Assert.Equal(("Maya", "Tom", "Desk 1", "S1", "LB-1001"), (count.FirstStaffName, count.SecondStaffName, count.DeviceName, count.Bin, count.Seal));
        Assert.Equal((85.20m, new ForeignCash("EUR", 20)), (count.Cash().Total, count.Cash().Foreign[0]));
        var now = await AtTheKiosk.ItemAsync(Server, wallet.Id);
        Assert.Equal(("S1", "main", wallet.Version + 1), (now.Bin, now.Desk, now.Version));
        var told = (await Server.CustodyAsync(wallet.Id))[^1];
        Assert.Equal((2, CustodyKind.CashCounted, "Maya", "S1"), (told.Sequence, told.Kind, told.StaffName, told.Bin));
        foreach (var words in new[] { "£85.20 and EUR 20.00: 1 × £50, 1 × £20, 3 × £5, 1 × £0.20.", "Counted by Maya, then by Tom without seeing the first count.", "Seal LB-1001", "In A1 (Bags, left), Guest Services desk → In S1" })
        {
            Assert.Contains(words, told.Note, StringComparison.Ordinal);
            Assert.Contains(words, done.Text, StringComparison.Ordinal);
        }
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
    }

    [Fact]
    public async Task The_second_form_gives_nothing_of_the_first_count_away()
    {
        var second = await Agent.CountFirstAsync(wallet, CountingSteps.Counted);

        Assert.StartsWith("Second count: Wallet or purse", second.Headline, StringComparison.Ordinal);
        Assert.DoesNotContain("85.20", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("EUR 20", second.Html, StringComparison.Ordinal);
        Assert.All(second.Document.QuerySelectorAll("[data-cash-value]"), field => Assert.Equal("", field.GetAttribute("value") ?? ""));
        Assert.DoesNotContain(second.Document.QuerySelectorAll("#second option"), option => option.TextContent == "Maya");
    }

    [Fact]
    public async Task Counts_that_differ_record_nothing_and_tell_both_by_how_much()
    {
        var second = await Agent.CountFirstAsync(wallet, CountingSteps.Counted);

        var differ = await Agent.CountSecondAsync(second, tom, CountingSteps.Counted.With("count-5", "2"));

        Assert.Equal(HttpStatusCode.Conflict, differ.Status);
        Assert.Equal(["£5", "3", "2", "1"], differ.Document.QuerySelectorAll(".cash-differences tbody tr > *").Select(cell => cell.TextContent));
        Assert.All(differ.Document.QuerySelectorAll("[data-cash-value]"), field => Assert.Equal("", field.GetAttribute("value") ?? ""));
        Assert.Equal("LB-1001", differ.Find("#seal")!.GetAttribute("value"));
        Assert.Equal((0, 1), await Server.Store.ReadAsync(async db => (await db.CashCounts.CountAsync(), await db.CustodyEvents.CountAsync(e => e.ItemId == wallet.Id))));
        Assert.Equal("A1", (await AtTheKiosk.ItemAsync(Server, wallet.Id)).Bin);
        Assert.Contains("Maya and Tom", (await Server.Store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Kind == AuditKind.CashCountsDiffered))).Subject, StringComparison.Ordinal);

        // Going back to correct only the second count is no way out.
        var corrected = await Agent.CountSecondAsync(second, tom, CountingSteps.Counted);
        Assert.Equal(HttpStatusCode.Conflict, corrected.Status);
        Assert.Contains("Count again, both of you", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task The_second_person_is_another_one_with_the_right_PIN_and_keeps_what_they_counted()
    {
        var second = await Agent.CountFirstAsync(wallet, CountingSteps.Counted);
        var me = await Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Name == "Maya"));

        var oneself = await Agent.CountSecondAsync(second, me, CountingSteps.Counted);
        var wrong = await Agent.CountSecondAsync(second, tom, CountingSteps.Counted, "111222");

        Assert.Contains("the second person must be somebody else", oneself.Text, StringComparison.Ordinal);
        Assert.Contains("That PIN isn’t right", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("3", wrong.Find("[name=count-5]")!.GetAttribute("value"));
        Assert.Equal("20", wrong.Find("[name=foreign-1-amount]")!.GetAttribute("value"));
        Assert.Equal(1, (await Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Id == tom.Id))).FailedPins);
        var done = await Agent.SendAsync(wrong, "form#second-count", ("pin", StaffBrowser.Pin));
        Assert.Equal($"/items/{wallet.Id}", done.Address.AbsolutePath);
    }

    [Fact]
    public async Task Five_wrong_PINs_lock_the_second_person_out_here_too()
    {
        var second = await Agent.CountFirstAsync(wallet, CountingSteps.Counted);
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Agent.CountSecondAsync(second, tom, CountingSteps.Counted, "111222")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Agent.CountSecondAsync(second, tom, CountingSteps.Counted, "111222")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Agent.CountSecondAsync(second, tom, CountingSteps.Counted)).Status);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task A_double_tap_is_one_count()
    {
        var second = await Agent.CountFirstAsync(wallet, CountingSteps.Counted);

        for (var i = 0; i < 2; i++)
            Assert.Equal($"/items/{wallet.Id}", (await Agent.CountSecondAsync(second, tom, CountingSteps.Counted)).Address.AbsolutePath);

        Assert.Equal(1, await Server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task A_first_count_is_of_no_use_to_another_person_or_after_half_an_hour()
    {
        var second = await Agent.CountFirstAsync(wallet, CountingSteps.Counted);
        using var ben = await Server.SignInAsync(staffName: "Ben", deviceName: "Desk 2");
        var bens = await ben.CountFirstAsync(wallet, CountingSteps.Counted.With("seal", "LB-1002"));
        var stolen = await ben.CountSecondAsync(bens, tom, CountingSteps.Counted.With("ticket", second.Find("[name=ticket]")!.GetAttribute("value")!));
        Assert.Contains("too old, or was made by somebody else", stolen.Text, StringComparison.Ordinal);

        for (var i = 0; i < 4; i++)
        {
            Server.Clock.Advance(TimeSpan.FromMinutes(8));
            await Agent.OpenAsync("/items");
        }
        Assert.Contains("too old", (await Agent.CountSecondAsync(second, tom, CountingSteps.Counted)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.CashCounts.CountAsync()));
    }

    [Fact]
    public async Task The_server_works_the_sum_out_and_wrong_fields_keep_what_was_typed()
    {
        var page = await Agent.OpenAsync($"/items/{wallet.Id}/valuables");

        var sum = await Agent.SendAsync(page, "form#first-count", [.. CountingSteps.Counted, ("sum", "1")]);
        var wrong = await Agent.SendAsync(page, "form#first-count", [.. CountingSteps.Counted.With("count-5", "3x").With("seal", " ").With("bin", "A1")]);

        Assert.Equal((HttpStatusCode.OK, "£85.20"), (sum.Status, sum.Find("output")!.TextContent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["#count-5", "#seal", "#bin"], wrong.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("3x", "1"), (wrong.Find("[name=count-5]")!.GetAttribute("value"), wrong.Find("[name=count-50]")!.GetAttribute("value")));
        Assert.Equal(["S1", "S2"], wrong.Document.QuerySelectorAll("#bin option").Select(option => option.GetAttribute("value")).Where(value => value!.Length > 0));
    }

    [Fact]
    public async Task A_count_again_is_another_record_under_another_seal()
    {
        await Agent.CountSecondAsync(await Agent.CountFirstAsync(wallet, CountingSteps.Counted), tom, CountingSteps.Counted);
        var form = await Agent.OpenAsync($"/items/{wallet.Id}/valuables");
        Assert.DoesNotContain("85.20", form.Html, StringComparison.Ordinal);
        Assert.Contains("The seal LB-1001 was used before", (await Agent.CountFirstAsync(wallet, CountingSteps.Counted)).Text, StringComparison.Ordinal);

        var fewer = CountingSteps.Counted.With("count-50", "0").With("seal", "LB-1002");
        await Agent.CountSecondAsync(await Agent.CountFirstAsync(wallet, fewer), tom, fewer);

        Assert.Equal(["LB-1001", "LB-1002"], await Server.Store.ReadAsync(db => db.CashCounts.OrderBy(c => c.CustodySequence).Select(c => c.Seal).ToListAsync()));
        Assert.Contains("£35.20 and EUR 20.00, under seal LB-1002", (await Agent.OpenAsync($"/items/{wallet.Id}")).Text, StringComparison.Ordinal);
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE cash_counts SET Counted = replace(Counted, '50', '20')", "was changed")]
    [InlineData("UPDATE cash_counts SET SecondStaffName = 'Maya'", "was changed")]
    [InlineData("DELETE FROM cash_counts", "is missing")]
    public async Task A_count_that_is_changed_afterwards_shows(string tampering, string what)
    {
        await Agent.CountSecondAsync(await Agent.CountFirstAsync(wallet, CountingSteps.Counted), tom, CountingSteps.Counted);

        await Server.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync(tampering), default);

        var found = Assert.Single((await CustodyChain.VerifyAsync(Server.Store)).Breaks);
        Assert.Equal((wallet.Tag, 2), (found.Tag, found.Sequence));
        Assert.Contains(what, found.What, StringComparison.Ordinal);
    }
}
