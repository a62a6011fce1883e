using System.CommandLine;
using System.Text;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Staff.Admin;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Commands;

/// <summary><c>staff add</c>: a person without the pages, such as a new admin when the last one left.</summary>
internal static class StaffAdd
{
    /// <param name="input">Where the PIN is read; the standard input when null.</param>
    public static Command Create(TextReader? input = null)
    {
        var name = new Option<string>("--name") { Description = "As colleagues know it.", Required = true };
        var role = new Option<StaffRole>("--role") { Description = "What the person may do.", DefaultValueFactory = _ => StaffRole.Agent };
        var fromInput = new Option<bool>("--pin-stdin") { Description = "Read the PIN from the first line of the standard input instead of asking for it. A PIN is never taken from the command line, where every user of the machine could read it." };
        var add = new Command("add", $"Add a person who can sign in. {CommandData.ExitCodes}") { name, role, fromInput };
        add.TreatUnmatchedTokensAsErrors = false;
        add.SetAction((parsed, cancellation) => CommandData.RunAsync(parsed, async data =>
        {
            var output = parsed.InvocationConfiguration;
            var pin = parsed.GetValue(fromInput) || input is not null || Console.IsInputRedirected
                ? await (input ?? Console.In).ReadLineAsync(cancellation) ?? ""
                : Ask(output.Output);
            var typed = parsed.GetValue(name)!.Trim();
            var errors = new FormErrors().CheckName(typed).CheckNewPin(pin, pin);
            foreach (var error in errors)
                await output.Error.WriteLineAsync(error.Message + ".");
            if (errors.Any)
                return CommandData.Refused;
            var added = await new AddStaff(data.Store, TimeProvider.System).HandleAsync(typed, parsed.GetValue(role), pin, by: null, cancellation);
            if (!added.Succeeded)
            {
                await output.Error.WriteLineAsync(added.Refusal.Message + ".");
                return CommandData.Refused;
            }
            await output.Output.WriteLineAsync($"{added.Value.Name} can sign in as {added.Value.Role}, on any enrolled device.");
            return CommandData.Done;
        }));
        return new Command("staff", "Add people.") { add };
    }

    /// <summary>Asks without showing what is typed.</summary>
    private static string Ask(TextWriter output)
    {
        output.Write("PIN, six digits: ");
        var pin = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace)
                pin.Append(key.KeyChar);
            else if (pin.Length > 0)
                pin.Length--;
        }
        output.WriteLine();
        return pin.ToString();
    }
}
