using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Display;

/// <summary>What hangs on the wall: numbers, counters and waits, and nothing of anybody.</summary>
public sealed record DisplayModel
{
    public required VenueTime Venue { get; init; }
    public required string Desk { get; init; }
    public required string DeskName { get; init; }
    public required long Sequence { get; init; }

    /// <summary>Another one here than in the page that is open means: load the page anew. Holds the program's version and the day.</summary>
    public required string PageKey { get; init; }

    /// <summary>Who is called or served, the latest call first.</summary>
    public required IReadOnlyList<DisplayCall> Calls { get; init; }

    /// <summary>Called twice and not there; who is back in time has the old place.</summary>
    public required IReadOnlyList<DisplayKept> Kept { get; init; }

    public required IReadOnlyList<DisplayWait> Waits { get; init; }
    public required int Waiting { get; init; }

    /// <summary>What is told of places now, in full sentences; the latest first.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>One sentence that stands above the numbers; null when there is nothing to say but them.</summary>
    public required DisplayNotice? Notice { get; init; }
}

/// <param name="Counter">Null when the sign is not known any more.</param>
/// <param name="At">The last call.</param>
/// <param name="IsComing">Called and not at the counter yet: the one to look for.</param>
public sealed record DisplayCall(int Number, int? Counter, DateTime At, bool IsComing)
{
    /// <summary>Differs for each call, so that a second call of the same number is heard too.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}-{At:HHmmss}");
}

public sealed record DisplayKept(int Number, DateTime Until);

/// <param name="Minutes">"12–20"; empty when one is called at once.</param>
public sealed record DisplayWait(string Label, string Minutes);

public sealed record DisplayNotice(string Title, string Words);
