using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Demo;

/// <summary>One of the demo's people. The PIN is known to everybody who reads this: never for real data.</summary>
public sealed record DemoPerson(Guid Id, string Name, StaffRole Role, string Pin);

/// <summary>Who the demo's people are, and the link that makes a browser one of its devices.</summary>
public sealed class DemoAccess(Store store, ConfigStore config, TimeProvider clock)
{
    public static readonly DemoPerson Maya = new(new("00000000-0000-4000-8000-00000000000a"), "Maya", StaffRole.Agent, "204081");
    public static readonly DemoPerson Jonas = new(new("00000000-0000-4000-8000-00000000000b"), "Jonas", StaffRole.Agent, "315926");
    public static readonly DemoPerson Ines = new(new("00000000-0000-4000-8000-00000000000c"), "Ines", StaffRole.Supervisor, "471828");
    public static readonly DemoPerson Amara = new(new("00000000-0000-4000-8000-00000000000d"), "Amara", StaffRole.Admin, "580264");

    public static IReadOnlyList<DemoPerson> People { get; } = [Maya, Jonas, Ines, Amara];

    private static readonly Guid DeskDevice = new("00000000-0000-4000-8000-0000000000d1");

    /// <summary>True when the database is empty, so that the demo may fill it.</summary>
    public Task<bool> IsEmptyAsync() => store.ReadAsync(async db => !await db.Staff.AnyAsync() && !await db.Items.AnyAsync());

    /// <summary>True when this is a demo's database, from an earlier start.</summary>
    public Task<bool> IsDemoAsync() => store.ReadAsync(db => db.Staff.AnyAsync(s => s.Id == Maya.Id));

    /// <summary>Adds the people and the device at which they did the day's work.</summary>
    public Task AddPeopleAsync(DateTime at) => store.WriteAsync(db =>
    {
        db.Staff.AddRange(People.Select(p => new StaffMember
        {
            Id = p.Id, Name = p.Name, NameKey = SearchText.Normalise(p.Name), Role = p.Role, PinHash = Pins.Hash(p.Pin), CreatedAt = at,
        }));
        // Nobody holds its secret: it only stands in the history.
        db.Devices.Add(new Device { Id = DeskDevice, Name = "Desk 1", Desk = FirstDesk.Key, SecretHash = [], EnrolledAt = at });
        return Task.CompletedTask;
    }, CancellationToken.None);

    /// <summary>A person at the demo's own device, for what happened before the start.</summary>
    public Actor Acting(DemoPerson person) => new(person.Id, person.Name, person.Role, DeskDevice, "Desk 1", FirstDesk.Key);

    /// <summary>A link that enrols any number of browsers until tomorrow; the demo's only.</summary>
    public async Task<string> NewEnrolmentAsync()
    {
        var code = EnrolmentCodes.NewTyped();
        var now = clock.GetUtcNow().UtcDateTime;
        await store.WriteAsync(async db =>
        {
            await db.EnrolmentCodes.Where(c => c.Reusable).ExecuteDeleteAsync();
            db.EnrolmentCodes.Add(new EnrolmentCode
            {
                CodeHash = EnrolmentCodes.Hash(code),
                Purpose = EnrolmentPurpose.EnrolDevice,
                DeviceName = "Demo browser",
                Desk = FirstDesk.Key,
                ExpiresAt = now.AddDays(1),
                Reusable = true,
            });
        }, CancellationToken.None);
        return $"/enrol/{code}";
    }

    private Configuration.Files.Desk FirstDesk => config.Current.Desks[0];
}
