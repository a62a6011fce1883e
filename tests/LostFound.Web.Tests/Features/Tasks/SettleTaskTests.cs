using System.Net;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Tasks;

public sealed class SettleTaskTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Browser ines = null!;
    private Guid item;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        ines = await server.SignInAsync(StaffRole.Supervisor, "Ines");
        item = (await server.AddItemAsync()).Id;
        await server.Store.WriteAsync(db => { db.RaiseTask(TaskKind.Tag, item, "Look at both labels.", Rows.Registrar, server.Clock.GetUtcNow().UtcDateTime); return Task.CompletedTask; }, default);
    }

    public async ValueTask DisposeAsync()
    {
        ines.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_task_stands_on_the_board_with_its_item_until_it_is_settled_with_a_note()
    {
        var board = await ines.OpenAsync("/board");
        Assert.Contains("Look at both labels.", board.Text, StringComparison.Ordinal);
        Assert.NotNull(board.Find($".to-check a[href='/items/{item}']"));

        var page = await ines.OpenAsync("/board/tasks");
        var settled = await ines.SendAsync(page, "article form", ("note", "Two labels, one removed"));

        Assert.Contains("Nothing to check", settled.Text, StringComparison.Ordinal);
        server.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await ines.OpenAsync("/board")).Find(".to-check"));
        var task = await server.Store.ReadAsync(db => db.Tasks.SingleAsync());
        Assert.Equal(("Two labels, one removed", "Ines"), (task.Note, task.SettledByName));
    }

    [Fact]
    public async Task Without_a_note_it_stays_open()
    {
        var page = await ines.SendAsync(await ines.OpenAsync("/board/tasks"), "article form", ("note", "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("what you found", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await server.Store.ReadAsync(db => db.OpenTasks().CountAsync()));
    }

    [Fact]
    public async Task The_second_to_settle_it_reads_what_the_first_wrote_and_the_same_tap_twice_is_one()
    {
        using var omar = await server.SignInAsync(StaffRole.Supervisor, "Omar", "Desk 2");
        var (his, hers) = (await omar.OpenAsync("/board/tasks"), await ines.OpenAsync("/board/tasks"));

        await ines.SendAsync(hers, "article form", ("note", "Relabelled"));
        var again = await ines.SendAsync(hers, "article form", ("note", "Relabelled"));
        var late = await omar.SendAsync(his, "article form", ("note", "Both fine"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.Status, late.Status));
        Assert.Contains("Ines settled this already and wrote: “Relabelled”", late.Text, StringComparison.Ordinal);
        Assert.Equal("Relabelled", await server.Store.ReadAsync(db => db.Tasks.Select(t => t.Note).SingleAsync()));
    }

    [Fact]
    public async Task Agents_are_not_asked()
    {
        using var maya = await server.SignInAsync(StaffRole.Agent, deviceName: "Desk 3");

        Assert.NotEqual("To check", (await maya.OpenAsync("/board/tasks")).Headline);
    }
}
