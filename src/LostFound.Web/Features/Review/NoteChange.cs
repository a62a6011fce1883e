using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Review;

/// <summary>A supervisor writes down what the house changed, so that the figures of the days after it can be read beside it.</summary>
public sealed class NoteChange(Store store, ConfigStore config, TimeProvider clock)
{
    private const string Kind = "note-change";

    public const string DayField = "day";
    public const string WordsField = "words";
    public const string RequestField = "request";

    public async Task<Outcome<Guid>> HandleAsync(Guid requestId, string typedDay, string typed, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var words = GuestText.CleanLine(typed);
        if (words.Length == 0)
            return new Refusal(RefusalKind.Invalid, "Write in a few words what was changed", WordsField);
        if (words.Length > ChangeMade.WordsLength)
            return new Refusal(RefusalKind.Invalid, $"It can have {ChangeMade.WordsLength} characters, and this has {words.Length}", WordsField);
        if (ReviewRange.Day(typedDay) is not { } day || day > config.Current.Clock.BusinessDay(now))
            return new Refusal(RefusalKind.Invalid, "Choose the day from which it was so, today at the latest", DayField);
        var asked = new { day, words };
        return await store.WriteAsync<Guid>(async db =>
        {
            var before = await db.AnsweredBeforeAsync(requestId, Kind, asked);
            if (!before.Succeeded)
                return before.Refusal;
            if (before.Value is { } answer)
                return Guid.Parse(answer);
            var change = new ChangeMade { Id = Guid.CreateVersion7(clock.GetUtcNow()), Day = day, Words = words, StaffId = by.StaffId, StaffName = by.StaffName, WrittenAt = now };
            db.ChangesMade.Add(change);
            db.Remember(requestId, Kind, asked, change.Id.ToString(), now);
            return change.Id;
        }, cancellation);
    }
}

/// <summary>Takes a note back: it leaves plots and list, the row stays with who withdrew it. Twice is once.</summary>
public sealed class WithdrawChange(Store store, TimeProvider clock)
{
    public Task HandleAsync(Guid id, Actor by, CancellationToken cancellation) => store.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.ChangesMade.Where(c => c.Id == id && c.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.WithdrawnAt, now).SetProperty(c => c.WithdrawnBy, by.StaffName), CancellationToken.None);
    }, cancellation);
}
