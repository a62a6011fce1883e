using System.Net;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Browser.Tests.Deployment;

/// <summary>What a person names counts from where they stand; what the program brings along is found from anywhere.</summary>
public sealed class StartedAnywhereTests : IDisposable
{
    private readonly string elsewhere = Directory.CreateTempSubdirectory("lostfound-elsewhere-").FullName;

    public void Dispose() => Directory.Delete(elsewhere, recursive: true);

    [Fact]
    public async Task Files_named_on_the_readmes_command_line_count_from_where_it_is_typed()
    {
        foreach (var name in (string[])["items.jsonl", "claims.jsonl", "places.json"])
            File.Copy(Path.Combine(Repository.Root, "tests/LostFound.Matching.Tests/data", name), Path.Combine(elsewhere, name));
        var project = Path.Combine(Repository.Root, "src/LostFound.Web");

        await using var match = RunningProgram.Start(
            "dotnet",
            ["run", "--no-build", "--project", project, "--", "match", "--items", "items.jsonl", "--claims", "claims.jsonl", "--places", "places.json", "--out", "ranks.jsonl"],
            elsewhere,
            new Dictionary<string, string>());

        await match.SaysAsync("300 claims");
        Assert.Equal(0, await match.EndsAsync());
        Assert.Equal(300, File.ReadLines(Path.Combine(elsewhere, "ranks.jsonl")).Count());
    }

    [Fact]
    public async Task A_server_started_from_another_folder_has_its_pages_styles_and_venue_and_keeps_its_data_where_it_was_told()
    {
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        await using var server = RunningProgram.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "LostFound.Web.dll"), "--urls", address.ToString(), "--LostFound:DataFolder", "kept-here"],
            elsewhere,
            new Dictionary<string, string>());
        await server.SaysAsync("LostFound listens");
        using var http = new HttpClient { BaseAddress = address };
        using var browser = new Web.Tests.Hosting.Browser(http, new CookieJar(new SocketsHttpHandler()));

        var home = await browser.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        foreach (var style in home.Document.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(style)).StatusCode);
        Assert.True(File.Exists(Path.Combine(elsewhere, "kept-here", "lostfound.db")));
        Assert.Equal(0, await server.TerminateAsync());
    }
}
