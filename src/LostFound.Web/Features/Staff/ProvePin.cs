using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>
/// A person proves with a PIN, on an enrolled device, who they are. Every try is paid for before it is looked at:
/// it is counted as wrong first and taken back when it was right, so that many tries sent at once get no more
/// looks than the same tries one by one.
/// </summary>
public sealed class ProvePin(Store store, ConfigStore config, TimeProvider clock)
{
    /// <summary>The same for a wrong PIN, a person who left and an id that never was.</summary>
    private static readonly Refusal WrongPin = new(RefusalKind.Invalid, "That PIN isn’t right. Check it and type it again.", "pin");

    /// <param name="deviceId">The device they stand at.</param>
    /// <param name="proved">What a right PIN is written down as.</param>
    public async Task<Outcome<StaffMember>> HandleAsync(Guid deviceId, Guid staffId, string pin, AuditKind proved, CancellationToken cancellation)
    {
        if (!Pins.LooksLikeOne(pin))
            return new Refusal(RefusalKind.Invalid, $"A PIN has {StaffLimits.PinLength} digits.", "pin");
        var taken = await store.WriteAsync<Attempt>(db => TakeAttemptAsync(db, deviceId, staffId), cancellation);
        if (!taken.Succeeded)
            return taken.Refusal;
        if (taken.Value.Refused is { } refused)
            return refused;
        // Outside any transaction: the hash is slow on purpose, and everyone else writes meanwhile.
        var check = Pins.Check(taken.Value.Person!.PinHash, pin);
        return check == PinCheck.Wrong
            ? await RefuseAsync(taken.Value, deviceId)
            : await AdmitAsync(taken.Value.Person, deviceId, proved, check == PinCheck.RightButHashedTheOldWay ? Pins.Hash(pin) : null);
    }

    /// <summary>How long the given number of wrong PINs in a row locks: nothing, then the venue's time, doubled by each further one.</summary>
    public TimeSpan? LockAfter(int failures)
    {
        var rules = config.Current.Venue.Staff;
        if (failures < rules.PinAttempts)
            return null;
        var doubled = TimeSpan.FromMinutes(rules.LockMinutes) * Math.Pow(2, Math.Min(failures - rules.PinAttempts, 20));
        return doubled < StaffLimits.LongestLock ? doubled : StaffLimits.LongestLock;
    }

    private async Task<Outcome<Attempt>> TakeAttemptAsync(LostFoundDb db, Guid deviceId, Guid staffId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var person = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == staffId && s.Active);
        if (person is null)
        {
            db.Audit(AuditKind.SignInRefused, now, "nobody of that id works here", null, deviceId);
            return new Attempt(null, null, WrongPin);
        }
        if (person.LockedUntil > now)
        {
            db.Audit(AuditKind.SignInRefused, now, $"{person.Name}: locked out", person.Id, deviceId);
            return new Attempt(person, person.LockedUntil, LockedOut(person.Name, person.LockedUntil.Value));
        }
        var failures = person.FailedPins + 1;
        var lockedUntil = now + LockAfter(failures);
        var counted = await db.Staff.Where(s => s.Id == staffId && s.FailedPins == person.FailedPins)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.FailedPins, failures).SetProperty(s => s.LockedUntil, lockedUntil));
        return counted == 1 ? new Attempt(person, lockedUntil, null) : WrongPin;
    }

    private async Task<Outcome<StaffMember>> RefuseAsync(Attempt attempt, Guid deviceId)
    {
        var (person, lockedUntil, _) = attempt;
        var kind = lockedUntil is null ? AuditKind.SignInRefused : AuditKind.LockedOut;
        // A refusal that was looked at is recorded even if the browser is gone by now.
        await store.WriteAsync(db =>
        {
            db.Audit(kind, clock.GetUtcNow().UtcDateTime, $"{person!.Name}: wrong PIN", person.Id, deviceId);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return lockedUntil is { } until ? LockedOut(person!.Name, until) : WrongPin;
    }

    private Task<Outcome<StaffMember>> AdmitAsync(StaffMember person, Guid deviceId, AuditKind proved, string? newHash) => store.WriteAsync<StaffMember>(async db =>
    {
        // What was true when the PIN was read must still be: nobody reset the PIN, let the person go or revoked the device.
        var admitted = await db.Staff
            .Where(s => s.Id == person.Id && s.Active && s.PinHash == person.PinHash && db.Devices.Any(d => d.Id == deviceId && d.RevokedAt == null))
            .ExecuteUpdateAsync(set => set
                .SetProperty(s => s.FailedPins, 0)
                .SetProperty(s => s.LockedUntil, (DateTime?)null)
                .SetProperty(s => s.PinHash, newHash ?? person.PinHash));
        if (admitted == 0)
            return WrongPin;
        db.Audit(proved, clock.GetUtcNow().UtcDateTime, person.Name, person.Id, deviceId);
        return person;
    }, CancellationToken.None);

    private Refusal LockedOut(string name, DateTime until)
    {
        var time = new VenueTime(config.Current.TimeZone, clock.GetUtcNow().UtcDateTime).Describe(until);
        return new Refusal(RefusalKind.TooMany, $"{name} is locked out until {time}. Until then no PIN is looked at, not even the right one. A supervisor can unlock {name} sooner.", "pin");
    }

    /// <param name="LockedUntil">Set when this try locks, or met a lock.</param>
    /// <param name="Refused">Why the PIN is not even looked at.</param>
    private sealed record Attempt(StaffMember? Person, DateTime? LockedUntil, Refusal? Refused);
}
