using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises;

/// <summary>Who answers for a promise, by name: guests are told it.</summary>
public sealed record NamedSupervisor(Guid Id, string Name);

/// <summary>Finds the supervisor to name: on duty, and with the least on their hands.</summary>
public static class Supervisors
{
    /// <summary>Who signed in within so long is taken to be on duty: a long shift.</summary>
    private static readonly TimeSpan Shift = TimeSpan.FromHours(10);

    /// <summary>Null only at a venue that has no active supervisor or administrator.</summary>
    public static async Task<NamedSupervisor?> NameSupervisorAsync(this LostFoundDb db, DateTime now)
    {
        var since = now - Shift;
        var people = await db.Staff.AsNoTracking()
            .Where(s => s.Active && (s.Role == StaffRole.Supervisor || s.Role == StaffRole.Admin))
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.Role,
                SignedIn = db.AuditEntries.Where(a => a.StaffId == s.Id && a.Kind == AuditKind.SignedIn && a.At >= since && a.At <= now).Max(a => (DateTime?)a.At),
                Load = db.Promises.Count(p => p.SupervisorId == s.Id && (p.Status == PromiseStatus.Open || p.Status == PromiseStatus.Unexplained)),
            })
            .ToListAsync(CancellationToken.None);
        // An administrator is named only when no supervisor can be: it is not their daily work.
        return people
            .OrderBy(p => p.SignedIn is null).ThenBy(p => p.Role == StaffRole.Admin).ThenBy(p => p.Load)
            .ThenByDescending(p => p.SignedIn).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new NamedSupervisor(p.Id, p.Name)).FirstOrDefault();
    }
}
