using System.CommandLine;
using LostFound.Web.Commands;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed class StaffCommandTests
{
    [Fact]
    public async Task An_operator_adds_an_admin_and_enrols_a_device_while_the_server_runs()
    {
        await using var server = await TestServer.StartAsync();
        var added = await RunAsync(StaffAdd.Create(new StringReader("161803\n")), server, "add", "--name", "Olga", "--role", "Admin", "--pin-stdin");
        Assert.Equal((CommandData.Done, ""), (added.Code, added.Error));
        var enrolled = await RunAsync(DeviceEnrol.Create(), server, "enrol", "--name", "Counter 4", "--desk", "main");
        Assert.Equal(CommandData.Done, enrolled.Code);
        using var browser = server.NewBrowser();
        var code = enrolled.Output.Trim().Split(' ')[^1];
        await browser.SendAsync(await browser.OpenAsync($"/enrol?code={code}"), "form#enrol");
        var olga = await server.Store.ReadAsync(db => db.Staff.SingleAsync());
        Assert.Equal(StaffRole.Admin, olga.Role);
        Assert.Equal("/admin", (await browser.SignInAsync(olga.Id, "161803", "/admin")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("Olga", "123456", "harder to guess")]
    [InlineData("Olga", "", "exactly 6 digits")]
    [InlineData(" ", "161803", "Type the name")]
    [InlineData("MAYA", "161803", "Somebody of that name")]
    public async Task What_is_wrong_is_refused_with_exit_code_1(string name, string pin, string words)
    {
        await using var server = await TestServer.StartAsync();
        await server.AddStaffAsync(StaffRole.Agent, "Maya");
        var refused = await RunAsync(StaffAdd.Create(new StringReader(pin)), server, "add", "--name", name, "--pin-stdin");
        Assert.Equal(CommandData.Refused, refused.Code);
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, await server.Store.ReadAsync(db => db.Staff.CountAsync()));
    }

    [Fact]
    public async Task A_desk_that_venue_json_lacks_is_refused_with_the_desks_there_are()
    {
        await using var server = await TestServer.StartAsync();
        var refused = await RunAsync(DeviceEnrol.Create(), server, "enrol", "--name", "Counter 4", "--desk", "moon");
        Assert.Equal(CommandData.Refused, refused.Code);
        Assert.Contains("main, harbour", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used_gives_exit_code_2()
    {
        await using var server = await TestServer.StartAsync();
        var result = await RunAsync(DeviceEnrol.Create(), server, "enrol", "--name", "Counter 4", "--desk", "main", "--LostFound:ConfigFolder", Path.Combine(server.DataFolder, "nowhere"));
        Assert.Equal(CommandData.NotUsable, result.Code);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Command command, TestServer server, params string[] line)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await command.Parse([.. line, "--LostFound:DataFolder", server.DataFolder])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
