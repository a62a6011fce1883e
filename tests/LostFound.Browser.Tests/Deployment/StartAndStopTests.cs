using LostFound.Browser.Tests.Browsing;
using LostFound.Web.Data;
using LostFound.Web.Live;
using LostFound.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Browser.Tests.Deployment;

/// <summary>The server as a process of its own: how it starts, ends, and takes up what it left.</summary>
public sealed class StartAndStopTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-process-").FullName;
    private readonly Uri address = new($"http://127.0.0.1:{RunningProgram.FreePort()}");

    private string Database => Path.Combine(folder, "lostfound.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Asked_to_end_the_server_ends_cleanly_and_the_next_start_takes_up_its_data()
    {
        await using (var first = Start())
        {
            var link = (await first.SaysAsync(@"http\S+(/setup/\S+)")).Groups[1].Value;
            using var browser = NewBrowser();
            var admin = await browser.SendAsync(await browser.OpenAsync(link), "form#set-up",
                ("name", "Amara"), ("pin", StaffBrowser.Pin), ("pin-again", StaffBrowser.Pin), ("device", "Counter 1"));
            Assert.Equal("/admin", admin.Address.AbsolutePath);
            Assert.Equal(0, await first.TerminateAsync());
        }

        await using var second = Start();
        await UntilReadyAsync(second);
        Assert.Equal(0, await second.TerminateAsync());
        Assert.DoesNotContain("/setup/", second.Output, StringComparison.Ordinal);
        Assert.Equal(["Amara"], await ReadAsync(db => db.Staff.Select(s => s.Name)));
    }

    [Fact]
    public async Task The_demo_says_where_and_with_which_pins_and_its_second_start_doubles_nothing()
    {
        List<Guid> items;
        List<string> claims;
        await using (var first = Start("--demo"))
        {
            await first.SaysAsync($@"{address.Authority}/enrol/\w+");
            foreach (var person in Web.Demo.DemoAccess.People)
                await first.SaysAsync($@"{person.Name} \(\w+\) {person.Pin}");
            Assert.Equal(0, await first.TerminateAsync());
            items = await ReadAsync(db => db.Items.OrderBy(i => i.Id).Select(i => i.Id));
            claims = await ReadAsync(db => db.Claims.OrderBy(c => c.Reference).Select(c => c.Reference));
        }
        Assert.InRange(items.Count, 150, 250);
        Assert.InRange(claims.Count, 100, 180);

        await using var second = Start("--demo");
        var enrolment = (await second.SaysAsync($@"{address.Authority}(/enrol/\w+)")).Groups[1].Value;
        using var browser = NewBrowser();
        await browser.SendAsync(await browser.OpenAsync(enrolment), "form#enrol");
        var desk = await browser.SignInAsync(Web.Demo.DemoAccess.Maya.Id, Web.Demo.DemoAccess.Maya.Pin);
        Assert.Equal("/desk", desk.Address.AbsolutePath);
        Assert.Equal(0, await second.TerminateAsync());
        Assert.Equal(items, await ReadAsync(db => db.Items.OrderBy(i => i.Id).Select(i => i.Id)));
        Assert.Equal(claims, await ReadAsync(db => db.Claims.OrderBy(c => c.Reference).Select(c => c.Reference)));
    }

    private RunningProgram Start(params string[] arguments) => RunningProgram.Start("dotnet", ["LostFound.Web.dll", .. arguments], AppContext.BaseDirectory, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LostFound__DataFolder"] = folder,
        ["Urls"] = address.ToString(),
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
    });

    private Web.Tests.Hosting.Browser NewBrowser()
    {
        var jar = new CookieJar();
        return new Web.Tests.Hosting.Browser(new HttpClient(jar) { BaseAddress = address }, jar);
    }

    /// <summary>With staff there it prints nothing, so its own sign of life is asked for.</summary>
    private async Task UntilReadyAsync(RunningProgram server)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (!await IsReadyAsync(http))
        {
            Assert.False(server.HasEnded, server.Output);
            await Task.Delay(Patience.BetweenLooks);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<List<T>> ReadAsync<T>(Func<LostFoundDb, IQueryable<T>> query)
    {
        using var store = new Store(new StoreOptions($"Data Source={Database}"), new ChangeBell());
        return await store.ReadAsync(db => query(db).ToListAsync());
    }
}
