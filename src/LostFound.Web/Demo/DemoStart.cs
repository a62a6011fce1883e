namespace LostFound.Web.Demo;

/// <summary>`--demo`: fills an empty data folder with a day, or takes up the demo of an earlier start.</summary>
public static class DemoStart
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoAccess>().AddTransient<DemoDay>();

    /// <summary>What to print once the server listens.</summary>
    public static async Task<DemoWelcome> PrepareAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var access = services.GetRequiredService<DemoAccess>();
        if (await access.IsEmptyAsync())
        {
            await output.WriteLineAsync("Making a day of demo data: 120 found items with drawn photos, 60 claims. This happens once and takes a moment…");
            await services.GetRequiredService<DemoDay>().LoadAsync(cancellation);
        }
        else if (!await access.IsDemoAsync())
        {
            return new DemoWelcome(null);
        }
        return new DemoWelcome(await access.NewEnrolmentAsync());
    }
}

/// <summary>The words in the terminal after a start with --demo.</summary>
/// <param name="Enrolment">The enrolment address, or null when the data folder holds a venue's own data, which the demo leaves alone.</param>
public sealed record DemoWelcome(string? Enrolment)
{
    public void Print(IEnumerable<string> urls, TextWriter output)
    {
        var url = urls.FirstOrDefault() ?? "";
        output.WriteLine();
        if (Enrolment is null)
        {
            output.WriteLine("This data folder holds a venue's own data, so no demo was loaded. LostFound serves it at");
            output.WriteLine($"  {url}");
            return;
        }
        output.WriteLine("LostFound is running with a day of invented data.");
        output.WriteLine();
        output.WriteLine($"  Guests        {url}/");
        output.WriteLine($"  Staff, first  {url}{Enrolment}   makes this browser a demo device");
        output.WriteLine($"  then          {url}/desk   /kiosk   /items   /claims   /board   /admin");
        output.WriteLine();
        output.WriteLine("  PINs          " + string.Join("   ", DemoAccess.People.Select(p => $"{p.Name} ({p.Role.ToString().ToLowerInvariant()}) {p.Pin}")));
        output.WriteLine();
        output.WriteLine("Ctrl+C stops it; the next start with --demo takes up where this one ends.");
    }
}
