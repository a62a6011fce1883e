using System.Globalization;
using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>When guests take a place: at once, on the way out, at a booked time, the next morning.</summary>
internal sealed class Places(LostDay day, Agenda agenda, DeskLog desk, VirtualLine line, NextWords words)
{
    private readonly Dictionary<DateTime, int> booked = [];
    private int taken;

    public void ReportAtDesk(Guest guest, Func<DateTime, bool> liesHere, Action<DateTime> done, Action notServed)
    {
        if (agenda.Now >= ParkHours.DeskCloses)
        {
            notServed();
            return;
        }
        desk.Came(guest);
        var draws = day.Draws(Purpose.Answering, guest);
        var habit = Habit.Of(ref draws, walkedUp: true);
        Join(guest, Lane.Report, habit, draws, done, notServed, liesHere: liesHere);
    }

    public void ComeToAsk(Guest guest)
    {
        if (agenda.Now >= ParkHours.DeskCloses)
            return;
        var draws = day.Draws(Purpose.Answering, guest);
        var habit = Habit.Of(ref draws, walkedUp: false);
        Join(guest, Lane.SecondContact, habit, draws, _ => { }, () => { });
    }

    /// <summary>The guest reads that it is here.</summary>
    /// <param name="post">Send it: they can't come any more.</param>
    public void Invite(Guest guest, Action post)
    {
        var draws = day.Draws(Purpose.Collecting, guest);
        var seen = agenda.Now + draws.Minutes(DeskAssumptions.UntilSeen);
        var (least, most) = DeskAssumptions.BeforeLeaving;
        var onTheWayOut = guest.LeavesAt.AddMinutes(-draws.Between(least, most));
        var today = draws.Chance(DeskAssumptions.ComesAtOnce) || onTheWayOut < seen ? seen : onTheWayOut;
        var books = draws.Uniform();
        if (today < guest.LeavesAt.AddMinutes(DeskAssumptions.StaysLonger) && today < ParkHours.DeskCloses.AddMinutes(-15))
            agenda.Add(today, () => Collect(guest, post, books, nth: 0));
        else
            Tomorrow(guest, post);
    }

    private void Tomorrow(Guest guest, Action post)
    {
        if (guest.BackTomorrowAt is { } at && at > agenda.Now)
            agenda.Add(at, () => Collect(guest, post, books: 1, nth: 1));
        else
            post();
    }

    private void Collect(Guest guest, Action post, double books, int nth)
    {
        var draws = day.Draws(nth == 0 ? Purpose.Walking : Purpose.Rejoining, guest);
        var habit = Habit.Of(ref draws, walkedUp: false);
        var shown = line.WaitShown(Lane.Collect);
        var likes = shown.TotalMinutes > DeskAssumptions.LongMinutes ? DeskAssumptions.BooksWhenLong : DeskAssumptions.Books;
        var slot = books < likes ? Book(guest, shown) : null;
        var walksFirst = slot is null && shown.TotalMinutes <= DeskAssumptions.ShortMinutes && !habit.NoShow && draws.Chance(DeskAssumptions.WalksFirst);
        void TakePlace(Habit habit) => Join(
            guest, Lane.Collect, habit, draws,
            served: at =>
            {
                desk.GaveBack(guest, at);
                words.Closed(guest);
                words.Rated(guest);
            },
            notServed: () => ComesLater(guest, post, nth),
            slot);
        if (walksFirst)
            agenda.Add(agenda.Now + habit.Walk, () => TakePlace(habit with { Walk = TimeSpan.Zero }));
        else
            TakePlace(habit);
    }

    /// <summary>Nobody came, or they left the line: a new place later today, or tomorrow, or the post.</summary>
    private void ComesLater(Guest guest, Action post, int nth)
    {
        var draws = day.Draws(Purpose.GivingUp, guest);
        var again = agenda.Now + draws.Minutes(DeskAssumptions.UntilRejoining);
        var stays = again < guest.LeavesAt && again < ParkHours.DeskCloses.AddMinutes(-15);
        if (nth == 0 && stays && draws.Chance(DeskAssumptions.NoShowRejoins))
            agenda.Add(again, () => Collect(guest, post, books: 1, nth: 1));
        else
            Tomorrow(guest, post);
    }

    private DateTime? Book(Guest guest, TimeSpan shown)
    {
        var earliest = agenda.Now + shown + TimeSpan.FromMinutes(10);
        var wanted = guest.LeavesAt.AddMinutes(-20) > earliest ? guest.LeavesAt.AddMinutes(-20) : earliest;
        var slot = new DateTime(wanted.Ticks - wanted.Ticks % TimeSpan.FromMinutes(10).Ticks, DateTimeKind.Utc).AddMinutes(10);
        while (booked.GetValueOrDefault(slot) >= DeskAssumptions.PlacesASlot)
            slot = slot.AddMinutes(10);
        if (slot > ParkHours.DeskCloses.AddMinutes(-10))
            return null;
        booked[slot] = booked.GetValueOrDefault(slot) + 1;
        return slot;
    }

    private void Join(
        Guest guest, Lane lane, Habit habit, Draws draws, Action<DateTime> served, Action notServed, DateTime? bookedFor = null,
        Func<DateTime, bool>? liesHere = null)
    {
        var id = (++taken).ToString("D4", CultureInfo.InvariantCulture);
        var place = new Place(id, lane, agenda.Now, bookedFor);
        line.Join(new Ticket(place, guest, habit, draws, served, notServed) 
        {
            CameToDesk = lane == Lane.Report,
            LiesHereAt = liesHere ?? (_ => false),
        });
    }
}
