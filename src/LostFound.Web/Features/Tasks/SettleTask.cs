using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Tasks;

/// <summary>A supervisor looked, and writes down what they found. Of two who settle the same task, the first is told to the second.</summary>
public sealed class SettleTask(Store store, TimeProvider clock)
{
    public const string NoteField = "note";

    public async Task<Outcome<Guid>> HandleAsync(Guid id, string typed, Actor by, CancellationToken cancellation)
    {
        var note = typed.Trim();
        if (note.Length == 0)
            return new Refusal(RefusalKind.Invalid, "Write in a word or two what you found", NoteField);
        if (note.Length > SupervisorTask.NoteLength)
            return new Refusal(RefusalKind.Invalid, $"The note can have {SupervisorTask.NoteLength} characters, and this has {note.Length}", NoteField);
        return await store.WriteAsync<Guid>(async db =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var settled = await db.Tasks.Where(t => t.Id == id && t.SettledAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(t => t.SettledAt, now)
                .SetProperty(t => t.SettledBy, by.StaffId)
                .SetProperty(t => t.SettledByName, by.StaffName)
                .SetProperty(t => t.Note, note));
            if (settled == 0)
                return await RefuseAsync(db, id, note, by);
            db.Announce(Topics.Board, now);
            return id;
        }, cancellation);
    }

    private static async Task<Outcome<Guid>> RefuseAsync(LostFoundDb db, Guid id, string note, Actor by) =>
        await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id) switch
        {
            null => new Refusal(RefusalKind.NotFound, "There is no such task any more."),
            // The same tap again, whose answer was lost.
            { } same when same.SettledBy == by.StaffId && same.Note == note => id,
            { } other => new Refusal(RefusalKind.Conflict, $"{other.SettledByName} settled this already and wrote: “{other.Note}” Your note was: “{note}”"),
        };
}
