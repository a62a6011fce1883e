using LostFound.Web.Configuration;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Staff;

/// <summary>The checks that set-up, the admin pages and the commands share, in words for the person at the form.</summary>
internal static class StaffChecks
{
    public static FormErrors CheckName(this FormErrors errors, string name)
    {
        if (SearchText.Normalise(name).Length == 0)
            return errors.Add("name", "Type the name that colleagues know");
        if (name.Length > StaffLimits.NameLength || name.Any(char.IsControl))
            return errors.Add("name", $"A name has at most {StaffLimits.NameLength} characters, on one line");
        return errors;
    }

    public static FormErrors CheckNewPin(this FormErrors errors, string pin, string again)
    {
        if (Pins.Problem(pin) is { } problem)
            return errors.Add("pin", problem);
        return pin == again ? errors : errors.Add("pin-again", "The two PINs differ. Type the same one twice");
    }

    public static FormErrors CheckDevice(this FormErrors errors, string deviceName, string desk, VenueConfig venue)
    {
        if (SearchText.Normalise(deviceName).Length == 0)
            errors.Add("device", "Give the device a name, such as “Counter 1”");
        else if (deviceName.Length > StaffLimits.DeviceNameLength || deviceName.Any(char.IsControl))
            errors.Add("device", $"A device’s name has at most {StaffLimits.DeviceNameLength} characters, on one line");
        return venue.Desk(desk) is null ? errors.Add("desk", "Choose the desk where the device stands") : errors;
    }

    public static IReadOnlyList<Choice> DeskChoices(this VenueConfig venue) => [.. venue.Desks.Select(d => new Choice(d.Key, d.Name))];
}
