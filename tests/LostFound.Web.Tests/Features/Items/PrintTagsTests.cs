using System.Net;
using LostFound.Web.Features.Items.Labels;
using LostFound.Web.Features.Tags;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Items;

public sealed class PrintTagsTests : SignedInTest
{
    [Fact]
    public async Task A_label_printed_in_advance_opens_registering_with_its_code_and_is_then_the_items()
    {
        var sheet = await PrintAsync("3");
        var code = (await CodesAsync())[0];

        var kiosk = await Agent.SendAsync(await Agent.OpenAsync("/scan"), "form:has([name=code])", ("code", code));
        Assert.Equal("/kiosk", kiosk.Address.AbsolutePath);
        var label = await Agent.SendAsync(kiosk, "form#register", AtTheKiosk.Knapsack);

        Assert.Equal(HttpStatusCode.OK, label.Status);
        Assert.Equal(code, (await Server.Store.ReadAsync(db => db.Items.SingleAsync())).Tag);
        Assert.Empty(await Server.Store.ReadAsync(db => db.Tasks.ToListAsync()));
        Assert.Empty(await Server.Store.ReadAsync(db => db.RefusedScans.ToListAsync()));
        // Printed once more, the sheet leaves out what is on something already.
        var again = await Agent.OpenAsync(sheet.Address.PathAndQuery);
        Assert.Equal("2 labels on 1 sheet of A4", again.Headline);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_sheet()
    {
        var form = await Agent.OpenAsync("/labels/tags");

        var first = await Agent.SendAsync(form, "form#tags", ("count", "5"));
        var second = await Agent.SendAsync(form, "form#tags", ("count", "5"));

        Assert.Equal(first.Address, second.Address);
        Assert.Equal(5, (await CodesAsync()).Count);
        Assert.Equal(5, first.Document.QuerySelectorAll(".label").Length);
        Assert.Contains("5 labels", (await Agent.OpenAsync("/labels/tags")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("many")]
    public async Task A_number_that_cannot_be_is_refused_beside_its_field_and_stays(string count)
    {
        var page = await PrintAsync(count);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"from 1 to {TagLimits.Printing}", page.Find(".field-error")!.TextContent, StringComparison.Ordinal);
        if (count.Length > 0)
            Assert.Equal(count, page.Find($"[name={PrintTags.CountField}]")!.GetAttribute("value"));
        Assert.Empty(await CodesAsync());
    }

    [Fact]
    public async Task A_printing_that_was_never_made_is_a_page_that_helps()
    {
        var page = await Agent.OpenAsync($"/labels/tags/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("There is nothing left to print", page.Headline);
    }

    private async Task<Page> PrintAsync(string count) => await Agent.SendAsync(await Agent.OpenAsync("/labels/tags"), "form#tags", ("count", count));

    private Task<List<string>> CodesAsync() =>
        Server.Store.ReadAsync(db => db.Tags.Where(t => t.Origin == TagOrigin.Printed).Select(t => t.Code).ToListAsync());
}
