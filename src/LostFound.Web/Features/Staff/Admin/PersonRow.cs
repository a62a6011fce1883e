using LostFound.Web.Shared;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>A person as admins see them: never the hash.</summary>
public sealed record PersonRow(Guid Id, string Name, StaffRole Role, bool Active, DateTime? LockedUntil)
{
    public static PersonRow Of(StaffMember person, DateTime now) =>
        new(person.Id, person.Name, person.Role, person.Active, person.LockedUntil > now ? person.LockedUntil : null);
}

/// <summary>A device as admins see it: never the hash.</summary>
public sealed record DeviceRow(Guid Id, string Name, string Desk, DateTime EnrolledAt, bool IsThisOne);

/// <summary>One line of the audit, in words.</summary>
public sealed record AuditRow(DateTime At, string What, string Subject, string? Who, string? Device);

/// <summary>Whether the files in kiosk-config are the ones in use.</summary>
public sealed record ConfigRow(string Summary, IReadOnlyList<LostFound.Web.Configuration.ConfigProblem> Problems, DateTime? Since);
