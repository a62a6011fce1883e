namespace LostFound.Web.Features.Queue.Guest;

/// <summary>What the page's script may change by itself between two readings; at any other change it reads again.</summary>
public enum PlaceStage { Waiting, Soon, Next, Other }

/// <summary>All that a guest's page says of their place. Has no room for anything of an item or of other guests.</summary>
public sealed record PlaceView
{
    public required string Desk { get; init; }
    public required string DeskName { get; init; }
    public required string? DeskWhere { get; init; }
    public required int Number { get; init; }
    public required PlaceStage Stage { get; init; }
    public required string? Headline { get; init; }

    /// <summary>Stands instead of the headline while waiting: the range, and the time told.</summary>
    public WaitView? Wait { get; init; }

    /// <summary>What it means and what to do.</summary>
    public required string Next { get; init; }

    /// <summary>How many are called before; null when that says nothing.</summary>
    public int? Ahead { get; init; }

    /// <summary>By how much what was told grew, and why.</summary>
    public string? Grew { get; init; }

    /// <summary>Why somebody was called before, the clauses that apply.</summary>
    public IReadOnlyList<PassReason> Passes { get; init; } = [];

    /// <summary>Said when nobody takes guests just now.</summary>
    public string? NoCounter { get; init; }

    public bool IsUrgent { get; init; }
    public bool MayArrive { get; init; }
    public bool MayLeave { get; init; }

    /// <summary>Over: the guest may take a new place.</summary>
    public bool IsOver { get; init; }
}

/// <summary>"About 12 to 20 minutes. We'll call you by 14:40."</summary>
/// <param name="ToMinutes">To the promise; the script counts down from here, because a phone's own clock may be wrong.</param>
/// <param name="By">The promise, in words.</param>
public sealed record WaitView(int FromMinutes, int ToMinutes, string By);
