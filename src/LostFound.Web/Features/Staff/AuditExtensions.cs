using LostFound.Web.Data;

namespace LostFound.Web.Features.Staff;

/// <summary>Writes audit entries in the transaction of what they tell about. Never pass a PIN, a code or a secret.</summary>
public static class AuditExtensions
{
    private const int SubjectLength = 200;

    public static void Audit(this LostFoundDb db, AuditKind kind, DateTime at, string subject, Guid? staffId = null, Guid? deviceId = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = at,
            Kind = kind,
            StaffId = staffId,
            DeviceId = deviceId,
            Subject = subject.Length <= SubjectLength ? subject : subject[..SubjectLength],
        });

    public static void Audit(this LostFoundDb db, AuditKind kind, DateTime at, string subject, Actor by) =>
        db.Audit(kind, at, subject, by.StaffId, by.DeviceId);
}
