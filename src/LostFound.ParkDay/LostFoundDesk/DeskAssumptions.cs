using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>
/// What is assumed of a day with LostFound: of guests, who don't all do as they are told, and of staff. The losses, the
/// counters and everybody's pace and patience are those of the paper desk. Times in minutes.
/// </summary>
internal static class DeskAssumptions
{
    // ── reporting and matching

    /// <summary>Reports from the phone. The rest walk up to the desk although nothing is known yet.</summary>
    public const double ReportsByPhone = 0.95;
    public const double FilingTakes = 2;
    /// <summary>From the back room's shelf until it is registered with a photo.</summary>
    public static readonly LogNormal UntilRegistered = new(6, 0.7);
    /// <summary>Until staff have looked at the proposed match.</summary>
    public static readonly LogNormal UntilDecided = new(6, 0.8);
    /// <summary>Until the guest has answered the proof questions.</summary>
    public static readonly LogNormal UntilAnswered = new(5, 0.9);
    /// <summary>Claims whose item is recognised (docs/matching.md measures 0.975 as first, 1.000 among ten; staff overlook some).</summary>
    public const double Recognised = 0.97;
    public const double RegisterMinutes = 0.5;
    /// <summary>Staff's reading of candidates, a claim.</summary>
    public const double DecideMinutes = 1;
    public const double PostMinutes = 5;

    // ── taking a place

    /// <summary>Comes as soon as told; the others collect on the way out.</summary>
    public const double ComesAtOnce = 0.5;
    public static readonly LogNormal UntilSeen = new(8, 0.8);
    /// <summary>Before leaving, when collecting on the way out.</summary>
    public static readonly (double Least, double Most) BeforeLeaving = (10, 45);
    /// <summary>When the phone shows no wait, or one shorter than the walk: walks over first, and takes the place on coming near.</summary>
    public const double WalksFirst = 0.7;
    public const double ShortMinutes = 4;
    /// <summary>Books a time instead of waiting: anyway, and when the wait told is long.</summary>
    public const double Books = 0.08;
    public const double BooksWhenLong = 0.3;
    public const double LongMinutes = 25;
    public const int PlacesASlot = 2;
    /// <summary>A booked time is kept when the call comes within it.</summary>
    public const double BookedSlotMinutes = 10;
    /// <summary>Waiting elsewhere tries patience less than standing, but guests have other plans: of the patience for standing.</summary>
    public const double PatienceElsewhere = 0.7;
    /// <summary>Stays so long after the time they meant to leave.</summary>
    public const double StaysLonger = 40;
    /// <summary>Without word after so long, so many come to ask.</summary>
    public const double AsksAfter = 150;
    public const double Asks = 0.03;

    // ── coming

    public static readonly LogNormal Walk = new(3.5, 0.45);
    /// <summary>From where they wait in sight of the desk.</summary>
    public static readonly LogNormal LastSteps = new(0.7, 0.4);
    /// <summary>Walks to the desk on joining and stands there, whatever the phone says.</summary>
    public const double StandsFromTheStart = 0.03;
    /// <summary>With a booked time, they set out so long before it.</summary>
    public const double BookedEarly = 12;
    /// <summary>Comes up to the desk at "you're next" and stands there.</summary>
    public const double StandsAtTheHint = 0.12;
    /// <summary>Sets out only when called.</summary>
    public const double SetsOutWhenCalled = 0.1;
    /// <summary>Of the few who walked up to report, stand in front of the desk instead of sitting down.</summary>
    public const double WalkUpStands = 0.5;
    /// <summary>Called and never seen within the ten minutes.</summary>
    public const double NoShow = 0.05;
    /// <summary>Of these, take a new place later that day.</summary>
    public const double NoShowRejoins = 0.5;
    public static readonly LogNormal UntilRejoining = new(30, 0.5);

    // ── at the counter

    /// <summary>Staff fetch it while the guest walks.</summary>
    public static readonly LogNormal Fetch = new(1.3, 0.4);
    /// <summary>Proof, signature, receipt.</summary>
    public static readonly LogNormal HandOver = new(2.8, 0.45);
    public static readonly LogNormal ReportAtDesk = new(4.5, 0.45);
    public static readonly LogNormal SecondContact = new(6, 0.5);
}
