using LostFound.Browser.Tests.People;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// A real server with its own data, and people at real browsers before it. Whatever a page complained of on the
/// way fails the test at its end.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];

    protected TestServer Server { get; private set; } = null!;

    protected FakeCamera Camera => chromium.Camera;

    /// <summary>What the operator of this test's server set.</summary>
    protected virtual string[] Settings => [];

    /// <summary>What the server sends to those who are not signed in, for tests that look into it.</summary>
    protected virtual Payloads? Payloads => null;

    public async ValueTask InitializeAsync() =>
        Server = await TestServer.StartAsync(null, builder =>
        {
            if (Payloads is { } payloads)
                builder.Services.AddSingleton<IStartupFilter>(payloads);
        }, Settings);

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
            await visitor.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
        // A test that failed has said why; what its pages complained of came of that.
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
            Assert.Empty(visitors.SelectMany(visitor => visitor.Watch.Problems));
    }

    protected async Task<Visitor> VisitAsync(Device device, bool javaScript = true, string locale = "en-GB")
    {
        var visitor = await Visitor.ArriveAsync(chromium, Server.Address, device, javaScript, locale);
        visitors.Add(visitor);
        return visitor;
    }

    protected async Task<Guest> GuestAsync(bool javaScript = true) => new(await VisitAsync(Device.Phone, javaScript));

    /// <summary>Staff at a device that was enrolled, and signed in, through the pages for it.</summary>
    protected async Task<Staff> StaffAsync(StaffRole role = StaffRole.Agent, string name = "Maya", string device = "Desk 1", Device? screen = null)
    {
        var person = await Server.AddStaffAsync(role, name);
        var staff = new Staff(await VisitAsync(screen ?? Device.DeskScreen));
        await staff.EnrolAsync(await Server.AddEnrolmentCodeAsync(device));
        await staff.SignInAsync(person.Name, StaffBrowser.Pin);
        return staff;
    }

    protected static void Report(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
