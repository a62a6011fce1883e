using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>One server and one signed-in agent for all tests of a class that leave no trace for each other.</summary>
public sealed class SignedInServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public Browser Agent { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        Agent = await Server.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Agent.Dispose();
        await Server.DisposeAsync();
    }
}
