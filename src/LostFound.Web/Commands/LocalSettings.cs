namespace LostFound.Web.Commands;

/// <summary>The settings that a server started by the same person would have: what a command needs to find its data.</summary>
internal static class LocalSettings
{
    /// <param name="line">Settings of the command line, <c>--LostFound:…</c> and the value; they win.</param>
    public static IConfiguration Read(params string[] line) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(line)
        .Build();
}
