using System.Net;
using LostFound.Web.Features.Items.Labels;
using LostFound.Web.Features.Tags;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Items;

public sealed class PrintTagsTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Browser agent = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        agent = await server.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_label_printed_in_advance_opens_registering_with_its_code_and_is_then_the_items()
    {
        var sheet = await PrintAsync("3");
        var code = (await CodesAsync())[0];

        var kiosk = await agent.SendAsync(await agent.OpenAsync("/scan"), "form:has([name=code])", ("code", code));
        Assert.Equal("/kiosk", kiosk.Address.AbsolutePath);
        var label = await agent.SendAsync(kiosk, "form#register", AtTheKiosk.Knapsack);

        Assert.Equal(HttpStatusCode.OK, label.Status);
        Assert.Equal(code, (await server.Store.ReadAsync(db => db.Items.SingleAsync())).Tag);
        Assert.Empty(await server.Store.ReadAsync(db => db.Tasks.ToListAsync()));
        Assert.Empty(await server.Store.ReadAsync(db => db.RefusedScans.ToListAsync()));
        // Printed once more, the sheet leaves out what is on something already.
        var again = await agent.OpenAsync(sheet.Address.PathAndQuery);
        Assert.Equal("2 labels on 1 sheet of A4", again.Headline);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_sheet()
    {
        var form = await agent.OpenAsync("/labels/tags");

        var first = await agent.SendAsync(form, "form#tags", ("count", "5"));
        var second = await agent.SendAsync(form, "form#tags", ("count", "5"));

        Assert.Equal(first.Address, second.Address);
        Assert.Equal(5, (await CodesAsync()).Count);
        Assert.Equal(5, first.Document.QuerySelectorAll(".label").Length);
        Assert.Contains("5 labels", (await agent.OpenAsync("/labels/tags")).Text, StringComparison.Ordinal);
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
        var page = await agent.OpenAsync($"/labels/tags/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("There is nothing left to print", page.Headline);
    }

    private async Task<Page> PrintAsync(string count) => await agent.SendAsync(await agent.OpenAsync("/labels/tags"), "form#tags", ("count", count));

    private Task<List<string>> CodesAsync() =>
        server.Store.ReadAsync(db => db.Tags.Where(t => t.Origin == TagOrigin.Printed).Select(t => t.Code).ToListAsync());
}
