namespace LostFound.ParkDay.Day;

/// <summary>What happens next: a clock that jumps from event to event. Events of one moment run in the order they were noted.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (DateTime At, int Noted)> events = new();
    private int noted;

    public DateTime Now { get; private set; } = ParkHours.Date;

    public void Add(DateTime at, Action happens) => events.Enqueue(happens, (at < Now ? Now : at, noted++));

    public void RunToTheEnd()
    {
        while (events.TryDequeue(out var happens, out var when))
        {
            Now = when.At;
            happens();
        }
    }
}
