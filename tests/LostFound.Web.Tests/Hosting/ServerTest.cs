namespace LostFound.Web.Tests.Hosting;

/// <summary>A test class whose every test has a server of its own.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    protected TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        await StartAsync();
        await ArrangeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a kind of test has besides the server.</summary>
    protected virtual Task StartAsync() => Task.CompletedTask;

    /// <summary>What every test of the class finds there.</summary>
    protected virtual Task ArrangeAsync() => Task.CompletedTask;
}
