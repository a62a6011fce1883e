using System.Net;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Items;

public sealed class RepeatedRequestTests : SignedInTest
{
    private Page kiosk = null!;

    protected override async Task ArrangeAsync()
    {
        kiosk = await Agent.OpenAsync("/kiosk");
    }

    [Fact]
    public async Task The_script_is_answered_with_the_tag_and_the_labels_address()
    {
        var (status, answer) = await Agent.SendByScriptAsync(kiosk, Guid.NewGuid(), AtTheKiosk.Knapsack, TestPicture.Png(9, 9, 9));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.True(TagCode.TryParse(answer.Tag, out _));
        Assert.Equal(HttpStatusCode.OK, (await Agent.OpenAsync(answer.Address!)).Status);
    }

    [Fact]
    public async Task The_script_is_told_each_field_that_is_wrong()
    {
        var (status, answer) = await Agent.SendByScriptAsync(kiosk, Guid.NewGuid(), AtTheKiosk.Knapsack.With("category", "").With("place", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["category", "place"], answer.Errors!.Select(e => e.Field));
        Assert.False(answer.Expired);
    }

    [Fact]
    public async Task The_script_is_told_when_the_page_is_too_old_so_that_it_can_renew_it()
    {
        kiosk.Find("[name=__RequestVerificationToken]")!.SetAttribute("value", "stale");

        var (_, answer) = await Agent.SendByScriptAsync(kiosk, Guid.NewGuid(), AtTheKiosk.Knapsack);

        Assert.True(answer.Expired);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_tag()
    {
        var id = Guid.NewGuid();
        var photo = TestPicture.Png(50, 60, 70);
        var (_, first) = await Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack, photo);

        var (status, second) = await Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack, photo);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(first, second);
        Assert.Equal(1, await Server.ItemCountAsync());
    }

    [Fact]
    public async Task The_same_request_with_other_content_is_a_conflict_that_names_the_tag_and_frees_the_form()
    {
        var id = Guid.NewGuid();
        var (_, first) = await Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack);

        var (status, answer) = await Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack.With("brand", "Eastpak"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(TagCode.Display(first.Tag!), Assert.Single(answer.Errors!).Message, StringComparison.Ordinal);
        Assert.NotEqual(id.ToString(), answer.Request);
        Assert.Equal(1, await Server.ItemCountAsync());
    }

    [Fact]
    public async Task Another_photo_is_other_content()
    {
        var id = Guid.NewGuid();
        await Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack, TestPicture.Png(1, 1, 1));

        var (status, _) = await Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack, TestPicture.Png(250, 250, 250));

        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task Twenty_at_once_register_one_item()
    {
        var id = Guid.NewGuid();
        var photo = TestPicture.Png(80, 10, 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Agent.SendByScriptAsync(kiosk, id, AtTheKiosk.Knapsack, photo)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.Status));
        Assert.Single(answers.Select(a => a.Body.Tag).Distinct());
        Assert.Equal(1, await Server.ItemCountAsync());
    }

    [Fact]
    public async Task A_code_that_is_taken_is_drawn_again()
    {
        var taken = TagCode.New();
        var free = TagCode.New();
        var codes = new Queue<string>([taken, taken, taken, free]);
        var register = new RegisterItem(Server.Store, Server.Services.GetRequiredService<ConfigStore>(), Server.Clock, codes.Dequeue);

        var first = await register.HandleAsync(Input(), await ActorAsync(), default);
        var second = await register.HandleAsync(Input(), await ActorAsync(), default);

        Assert.Equal((taken, free), (first.Value.Tag, second.Value.Tag));
        Assert.Equal(2, await Server.ItemCountAsync());
    }

    private static RegisterItemInput Input() => new(
        Guid.NewGuid(), new ItemFacts("backpack", [], "", "", "", "bakery", new DateTime(2026, 7, 4, 12, 0, 0, DateTimeKind.Utc)), null, [], []);

    private async Task<Actor> ActorAsync()
    {
        var person = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        return new Actor(person.Id, person.Name, person.Role, Guid.NewGuid(), "Desk 1", "main");
    }
}
