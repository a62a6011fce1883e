using LostFound.Web.Shared;

namespace LostFound.Web.Tests.Hosting;

/// <summary>A test class whose every test has a server of its own, with one person signed in at its desk.</summary>
public abstract class SignedInTest(StaffRole role = StaffRole.Agent, string staffName = "Maya", string deviceName = "Desk 1") : ServerTest
{
    protected Browser Agent { get; set; } = null!;

    protected sealed override async Task StartAsync() => Agent = await Server.SignInAsync(role, staffName, deviceName);
}
