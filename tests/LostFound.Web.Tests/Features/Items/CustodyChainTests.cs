using System.CommandLine;
using LostFound.Web.Commands;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace LostFound.Web.Tests.Features.Items;

public sealed class CustodyChainTests : SignedInTest
{
    private Item item = null!;

    protected override async Task ArrangeAsync()
    {
        await Server.RegisterItemAsync(Agent);
        item = await Server.RegisterItemAsync(Agent);
        foreach (var bin in new[] { "A2", "A3", "A2" })
            await Agent.SendAsync(await Agent.OpenAsync($"/items/{item.Id}/move"), "form#move", ("to", bin));
    }

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole()
    {
        var (exit, output) = await AuditAsync();

        Assert.Equal((0, "chain whole: 5 events of 2 items"), (exit, output.Trim()));
    }

    [Theory]
    [InlineData("UPDATE custody_events SET Note = 'Never was in A2' WHERE ItemId = $id AND Sequence = 2", 2, "content was changed")]
    [InlineData("UPDATE custody_events SET StaffName = 'Somebody else' WHERE ItemId = $id AND Sequence = 1", 1, "content was changed")]
    [InlineData("UPDATE custody_events SET At = '2026-07-01 10:00:00' WHERE ItemId = $id AND Sequence = 4", 4, "content was changed")]
    [InlineData("DELETE FROM custody_events WHERE ItemId = $id AND Sequence = 2", 3, "event before it is missing")]
    [InlineData("DELETE FROM custody_events WHERE ItemId = $id AND Sequence = 1", 2, "event before it is missing")]
    [InlineData("DELETE FROM custody_events WHERE ItemId = $id AND Sequence = 4", 3, "events after this one are missing")]
    [InlineData("DELETE FROM custody_events WHERE ItemId = $id", 0, "no events at all")]
    [InlineData("UPDATE items SET Bin = 'S1' WHERE Id = $id", 4, "events after this one are missing")]
    public async Task Whatever_is_changed_afterwards_shows(string tampering, int sequence, string what)
    {
        await TamperAsync(tampering);

        var check = await CustodyChain.VerifyAsync(Server.Store);
        var (exit, output) = await AuditAsync();

        var found = check.Breaks[0];
        Assert.Equal((item.Tag, sequence), (found.Tag, found.Sequence));
        Assert.Contains(what, found.What, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        Assert.Contains($"{TagCode.Display(item.Tag)} event {sequence}: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_events_that_changed_places_show()
    {
        await TamperAsync("UPDATE custody_events SET Sequence = -Sequence WHERE ItemId = $id AND Sequence IN (2, 3)");
        await TamperAsync("UPDATE custody_events SET Sequence = 5 + Sequence WHERE ItemId = $id AND Sequence < 0");

        Assert.Equal([2, 3], (await CustodyChain.VerifyAsync(Server.Store)).Breaks.Select(b => b.Sequence).Take(2));
    }

    [Fact]
    public async Task An_event_put_elsewhere_with_a_hash_of_its_own_does_not_follow()
    {
        var events = await Server.CustodyAsync(item.Id);
        var forged = new CustodyEvent
        {
            ItemId = item.Id,
            Sequence = 3,
            At = events[2].At,
            Kind = CustodyKind.Moved,
            StaffId = events[2].StaffId,
            StaffName = events[2].StaffName,
            DeviceId = events[2].DeviceId,
            DeviceName = events[2].DeviceName,
            Bin = "S1",
            Note = "Forged, hash and all",
            PreviousHash = events[1].Hash,
        };
        forged.Seal();
        await TamperAsync("DELETE FROM custody_events WHERE ItemId = $id AND Sequence = 3");
        await Server.Store.WriteAsync(db => { db.CustodyEvents.Add(forged); return Task.CompletedTask; }, default);

        var found = Assert.Single((await CustodyChain.VerifyAsync(Server.Store)).Breaks);
        Assert.Equal((4, "it does not follow from the event before it"), (found.Sequence, found.What));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_no_whole_chain()
    {
        var (exit, _) = await AuditAsync(Path.Combine(Server.DataFolder, "nowhere"));

        Assert.Equal(1, exit);
    }

    private async Task<(int Exit, string Output)> AuditAsync(string? folder = null)
    {
        using var output = new StringWriter();
        var exit = await AuditVerify.Create().Parse(["verify", "--data", folder ?? Server.DataFolder]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (exit, output.ToString());
    }

    private async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "lostfound.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", item.Id.ToString().ToUpperInvariant());
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
