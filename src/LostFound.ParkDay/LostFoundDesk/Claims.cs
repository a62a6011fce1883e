using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>From a loss to "we have it": reports, what is handed in, and the matches that staff confirm.</summary>
internal sealed class Claims(LostDay day, Agenda agenda, DeskLog desk, Places places, NextWords words)
{
    private readonly HashSet<int> told = [];

    public void Expect(Guest guest)
    {
        var draws = day.Draws(Purpose.Reporting, guest);
        if (guest.HandedInAt is not null)
            desk.Worked(TimeSpan.FromMinutes(DeskAssumptions.RegisterMinutes));
        if (draws.Chance(DeskAssumptions.ReportsByPhone))
        {
            agenda.Add(guest.TurnsToUsAt.AddMinutes(DeskAssumptions.FilingTakes), () => Filed(guest));
            if (draws.Chance(DeskAssumptions.Asks))
                agenda.Add(guest.TurnsToUsAt.AddMinutes(DeskAssumptions.AsksAfter * draws.Between(1, 1.5)), () => AskAgain(guest));
        }
        else
        {
            agenda.Add(guest.TurnsToUsAt, () => WalkUp(guest));
        }
    }

    /// <summary>Reports at the counter. If it lies there already, staff see it at once and hand it over.</summary>
    private void WalkUp(Guest guest)
    {
        var here = false;
        places.ReportAtDesk(guest, LiesHere, Done, notServed: () => Filed(guest));

        bool LiesHere(DateTime now)
        {
            var draws = day.Draws(Purpose.Matching, guest);
            here = RegisteredAt(guest, ref draws) <= now && draws.Chance(DeskAssumptions.Recognised);
            if (here)
                desk.Knew(guest, now);
            return here;
        }

        void Done(DateTime at)
        {
            if (here)
                desk.GaveBack(guest, at);
            else
                Filed(guest);
        }
    }

    private void Filed(Guest guest)
    {
        words.Opened(guest);
        desk.Worked(TimeSpan.FromMinutes(DeskAssumptions.DecideMinutes));
        var draws = day.Draws(Purpose.Matching, guest);
        if (RegisteredAt(guest, ref draws) is not { } registered)
            return;
        var recognised = draws.Chance(DeskAssumptions.Recognised);
        var from = registered > agenda.Now ? registered : agenda.Now;
        var decided = from + draws.Minutes(DeskAssumptions.UntilDecided) + draws.Minutes(DeskAssumptions.UntilAnswered);
        if (recognised)
            agenda.Add(decided, () => WeHaveIt(guest));
        else
            agenda.Add(ParkHours.OpensNextDay, () => Post(guest));
    }

    private void WeHaveIt(Guest guest)
    {
        told.Add(guest.Number);
        desk.Knew(guest, agenda.Now);
        words.Given(guest);
        places.Invite(guest, post: () => Post(guest));
    }

    /// <summary>No word for long: some come to ask.</summary>
    private void AskAgain(Guest guest)
    {
        if (!told.Contains(guest.Number) && agenda.Now < guest.LeavesAt)
        {
            words.SecondContact(guest);
            places.ComeToAsk(guest);
        }
    }

    private void Post(Guest guest)
    {
        desk.Sent();
        words.Closed(guest);
        desk.Worked(TimeSpan.FromMinutes(DeskAssumptions.PostMinutes));
    }

    private static DateTime? RegisteredAt(Guest guest, ref Draws draws) => guest.HandedInAt + draws.Minutes(DeskAssumptions.UntilRegistered);
}
