using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>The roles as an admin chooses them.</summary>
internal static class StaffRoles
{
    public static readonly IReadOnlyList<Choice> Choices = [.. Enum.GetValues<StaffRole>().Select(role => new Choice(role.ToString(), role.ToString()) { Hint = About(role) })];

    /// <summary>Enum.TryParse alone would take any number.</summary>
    public static bool TryRead(string text, out StaffRole role) => Enum.TryParse(text, ignoreCase: true, out role) && Enum.IsDefined(role);

    private static string About(StaffRole role) => role switch
    {
        StaffRole.Agent => "Registers items, serves guests, matches and hands over",
        StaffRole.Supervisor => "Also sees the board and unlocks people",
        StaffRole.Admin => "Also adds people and devices",
    };
}
