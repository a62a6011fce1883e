namespace LostFound.Web.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task A_second_server_on_the_same_data_does_not_start()
    {
        await using var first = await TestServer.StartAsync();

        Assert.Null(Server.Build(["--LostFound:DataFolder", first.DataFolder]));
        await first.RestartAsync();
    }

    [Fact]
    public void A_connection_string_of_another_database_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("lostfound-start-");

        Assert.Null(Server.Build([
            "--LostFound:DataFolder", folder.FullName,
            "--ConnectionStrings:LostFound", "Host=localhost;Database=lostfound"]));

        folder.Delete();
    }
}
