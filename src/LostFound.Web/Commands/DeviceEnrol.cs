using System.CommandLine;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Staff.Admin;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Commands;

/// <summary><c>device enrol</c>: a one-time link for a device, such as when the only enrolled one broke.</summary>
internal static class DeviceEnrol
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "The device's name, such as \"Counter 1\".", Required = true };
        var desk = new Option<string>("--desk") { Description = "Key of the desk in venue.json where it stands.", Required = true };
        var enrol = new Command("enrol", $"Print a link that enrols one device, once, within 15 minutes. {CommandData.ExitCodes}") { name, desk };
        enrol.TreatUnmatchedTokensAsErrors = false;
        enrol.SetAction((parsed, cancellation) => CommandData.RunAsync(parsed, async data =>
        {
            var output = parsed.InvocationConfiguration;
            var typed = parsed.GetValue(name)!.Trim();
            var errors = new FormErrors().CheckDevice(typed, parsed.GetValue(desk)!, data.Venue);
            foreach (var error in errors)
                await output.Error.WriteLineAsync(error.Message + ".");
            if (errors.For("desk") is not null)
                await output.Error.WriteLineAsync($"The desks in venue.json are: {string.Join(", ", data.Venue.Desks.Select(d => d.Key))}.");
            if (errors.Any)
                return CommandData.Refused;
            var store = new ConfigStore("", data.Venue, TimeProvider.System);
            var made = await new MakeEnrolmentCode(data.Store, store, TimeProvider.System).HandleAsync(typed, parsed.GetValue(desk)!, by: null, cancellation);
            var server = data.Venue.Venue.PublicUrl is { Length: > 0 } configured ? configured : "(this server's address)";
            await output.Output.WriteLineAsync($"Within 15 minutes open on the device: {server}/enrol/{made.Code}");
            await output.Output.WriteLineAsync($"or type at {server}/enrol: {EnrolmentCodes.Display(made.Code)}");
            return CommandData.Done;
        }));
        return new Command("device", "Enrol devices.") { enrol };
    }
}
