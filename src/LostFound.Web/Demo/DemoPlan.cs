using System.Reflection;
using System.Text.Json;
using LostFound.Web.Configuration;

namespace LostFound.Web.Demo;

/// <summary>What day.json holds: a day's found items as hurried staff write them, and guests' claims in their own words.</summary>
public sealed record DemoPlan(IReadOnlyList<DemoItem> Items, IReadOnlyList<DemoClaim> Claims)
{
    public static DemoPlan Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("LostFound.Web.Demo.day.json")!;
        return JsonSerializer.Deserialize<DemoPlan>(file, JsonSerializerOptions.Web)!;
    }
}

/// <param name="RegisteredAfterMinutes">How long after it was found the item reached the desk.</param>
public sealed record DemoItem(
    string Category, string[] Colours, string Brand, string Description, string PrivateNotes, string Place, int RegisteredAfterMinutes);

/// <param name="Item">Its true item, as an index into the items; null for a loss that nobody has handed in.</param>
/// <param name="LostFromMinutes">Relative to when the item was found, or to when the claim is filed.</param>
public sealed record DemoClaim(
    string Language, string Category, string[] Colours, string Brand, string Description, string PrivateMarks, string[] Places,
    int? Item, int LostFromMinutes, int LostToMinutes);

/// <summary>
/// Spreads the demo over the venue's last opening hours, so that a start in the morning shows yesterday evening
/// and today, and never something found while the gates were shut.
/// </summary>
public sealed class DemoTimes(VenueClock clock, DateTime nowUtc)
{
    /// <summary>The moment when the venue had been open for <paramref name="ago"/> less than now (UTC).</summary>
    public DateTime OpenTimeAgo(TimeSpan ago)
    {
        var until = nowUtc;
        for (var day = clock.BusinessDay(nowUtc); ; day = day.AddDays(-1))
        {
            if (clock.OpeningOn(day) is not { } opening || opening.OpensUtc >= until)
                continue;
            var from = opening.ClosesUtc < until ? opening.ClosesUtc : until;
            var open = from - opening.OpensUtc;
            if (ago <= open)
                return from - ago;
            ago -= open;
            until = opening.OpensUtc;
        }
    }
}

/// <summary>A clock that the demo sets to each moment that it re-enacts.</summary>
public sealed class DemoClock : TimeProvider
{
    public DateTime Now { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);

    /// <summary>What is done at most so often goes by the demo's time too.</summary>
    public override long GetTimestamp() => Now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
