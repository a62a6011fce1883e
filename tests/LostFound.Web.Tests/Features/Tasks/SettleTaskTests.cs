using System.Net;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Tasks;

public sealed class SettleTaskTests() : SignedInTest(StaffRole.Supervisor, "Ines")
{
    private Guid item;

    protected override async Task ArrangeAsync()
    {
        item = (await Server.AddItemAsync()).Id;
        await Server.Store.WriteAsync(db => { db.RaiseTask(TaskKind.Tag, item, "Look at both labels.", Rows.Registrar, Server.Clock.GetUtcNow().UtcDateTime); return Task.CompletedTask; }, default);
    }

    [Fact]
    public async Task A_task_stands_on_the_board_with_its_item_until_it_is_settled_with_a_note()
    {
        var board = await Agent.OpenAsync("/board");
        Assert.Contains("Look at both labels.", board.Text, StringComparison.Ordinal);
        Assert.NotNull(board.Find($".to-check a[href='/items/{item}']"));

        var page = await Agent.OpenAsync("/board/tasks");
        var settled = await Agent.SendAsync(page, "article form", ("note", "Two labels, one removed"));

        Assert.Contains("Nothing to check", settled.Text, StringComparison.Ordinal);
        Server.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await Agent.OpenAsync("/board")).Find(".to-check"));
        var task = await Server.Store.ReadAsync(db => db.Tasks.SingleAsync());
        Assert.Equal(("Two labels, one removed", "Ines"), (task.Note, task.SettledByName));
    }

    [Fact]
    public async Task Without_a_note_it_stays_open()
    {
        var page = await Agent.SendAsync(await Agent.OpenAsync("/board/tasks"), "article form", ("note", "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("what you found", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.OpenTasks().CountAsync()));
    }

    [Fact]
    public async Task The_second_to_settle_it_reads_what_the_first_wrote_and_the_same_tap_twice_is_one()
    {
        using var omar = await Server.SignInAsync(StaffRole.Supervisor, "Omar", "Desk 2");
        var (his, hers) = (await omar.OpenAsync("/board/tasks"), await Agent.OpenAsync("/board/tasks"));

        await Agent.SendAsync(hers, "article form", ("note", "Relabelled"));
        var again = await Agent.SendAsync(hers, "article form", ("note", "Relabelled"));
        var late = await omar.SendAsync(his, "article form", ("note", "Both fine"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.Status, late.Status));
        Assert.Contains("Ines settled this already and wrote: “Relabelled”", late.Text, StringComparison.Ordinal);
        Assert.Equal("Relabelled", await Server.Store.ReadAsync(db => db.Tasks.Select(t => t.Note).SingleAsync()));
    }

    [Fact]
    public async Task Agents_are_not_asked()
    {
        using var maya = await Server.SignInAsync(StaffRole.Agent, deviceName: "Desk 3");

        Assert.NotEqual("To check", (await maya.OpenAsync("/board/tasks")).Headline);
    }
}
