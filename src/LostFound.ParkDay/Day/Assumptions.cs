namespace LostFound.ParkDay.Day;

/// <summary>
/// Every number that the day is made of, in one place. They are assumptions, not measurements: a large park's day,
/// chosen so that the paper desk's line gets as long as in the story (see docs/queueing.md). Times in minutes.
/// </summary>
internal static class Assumptions
{
    /// <summary>How many guests an hour turn to the desk: a slow morning, then everybody on the way out.</summary>
    public static readonly Shape Arrivals = new(
        (10, 2), (12, 9), (14, 15), (16, 16), (17.5, 22), (19, 34), (20.5, 40), (21.5, 26), (22.5, 6), (22.75, 0));

    /// <summary>Counters staffed. Two stretches are understaffed: the late lunch, and supper, just when the rush begins.</summary>
    public static readonly (double Hour, int Open)[] Counters =
    [
        (10, 1), (12, 2), (14.5, 1), (15.5, 2), (18, 1), (19, 4), (21, 4),
        (24 + 10, 2),
    ];

    public const double CounterOpensLateMinutes = 6;

    // ── losing and finding

    /// <summary>From losing a thing until turning to the desk.</summary>
    public static readonly LogNormal UntilNoticed = new(45, 0.9);
    /// <summary>Of what is lost, so much reaches the desk at all.</summary>
    public const double HandedIn = 0.68;
    /// <summary>From losing until it lies in the desk's back room.</summary>
    public static readonly LogNormal UntilHandedIn = new(80, 0.9);
    /// <summary>Lost on a water ride, which can only be searched after closing.</summary>
    public const double LostInTheFlume = 0.12;
    public static readonly (double From, double To) FlumeSearched = (22.75, 23.75);
    /// <summary>Rides are swept together: what was found waits for the hour's crate.</summary>
    public const double BroughtInTheCrate = 0.4;

    // ── guests

    public static readonly (double Hour, double Spread) Leaving = (20.75, 1.25);
    /// <summary>Stays at the resort or near by, so can come the next morning.</summary>
    public const double BackTomorrow = 0.45;
    /// <summary>How long somebody stands before giving up.</summary>
    public static readonly LogNormal Patience = new(170, 0.4);

    // ── the paper desk

    /// <summary>Asking, a form by hand, and a search through the shelves.</summary>
    public static readonly LogNormal PaperSearch = new(4.25, 0.5);
    /// <summary>More, when it is there: looking together, the book, a signature.</summary>
    public static readonly LogNormal PaperHandover = new(2.0, 0.5);
    /// <summary>A thing that is there is seen so often; the rest hides behind another description.</summary>
    public const double PaperFinds = 0.85;
    /// <summary>"Come back in about two hours."</summary>
    public const double PaperComeBackMinutes = 120;
    public const int PaperMostVisits = 4;
    /// <summary>Registering by hand, in the back room.</summary>
    public const double PaperRegisterMinutes = 2.5;
}
