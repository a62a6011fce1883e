namespace LostFound.Web.Tests.Hosting;

/// <summary>A test class whose every test has a server of its own, with one agent signed in at its desk.</summary>
public abstract class SignedInTest : IAsyncLifetime
{
    protected TestServer Server { get; private set; } = null!;

    protected Browser Agent { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        Agent = await Server.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Agent.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
