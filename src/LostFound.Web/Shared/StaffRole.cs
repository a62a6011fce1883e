namespace LostFound.Web.Shared;

/// <summary>What a signed-in person may do; each role can do what the ones before it can.</summary>
public enum StaffRole
{
    Agent,
    Supervisor,
    Admin,
}
