namespace LostFound.Web.Shared.Ui;

/// <summary>What every page shell shows around its content: whose venue this is, and who is at work.</summary>
public sealed record PageContext
{
    public required string VenueName { get; init; }

    /// <summary>The desk this device is enrolled at; null on a guest's phone.</summary>
    public string? DeskName { get; init; }

    /// <summary>The person signed in; null on guest pages and on a locked device.</summary>
    public string? StaffName { get; init; }

    public StaffRole? Role { get; init; }

    /// <summary>After how many minutes without input the page locks itself; null when nobody is signed in.</summary>
    public int? IdleLockMinutes { get; init; }

    /// <summary>What the venue's hand scanners send before each code; null when nobody is signed in.</summary>
    public string? ScanPrefix { get; init; }

    /// <summary>How a guest reaches a person, as one line: "Main Street desk, open 9:00-22:00, +81 45 000 0000".</summary>
    public string? ContactLine { get; init; }

    /// <summary>Where a guest who changes the language comes back to; null where none is offered.</summary>
    public string? WayBack { get; init; }

    /// <summary>What is kept about a guest and for how long, in one sentence.</summary>
    public string? PrivacyLine { get; init; }

    /// <summary>Changes with the content of /venue.css, so that browsers may keep it for ever.</summary>
    public string? AccentHash { get; init; }

    public string VenueStylesheet => AccentHash is null ? "/venue.css" : $"/venue.css?v={AccentHash}";
}

/// <summary>The page context of the current request.</summary>
public interface IPageContext
{
    PageContext Current { get; }
}

/// <summary>Stands in until a venue is configured, so that even a page about a broken configuration can be drawn.</summary>
public sealed class UnbrandedPageContext : IPageContext
{
    public PageContext Current { get; } = new() { VenueName = "Lost & Found" };
}
