using System.Net;
using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Staff;

/// <summary>Which addresses staff pages may be used at, and may send people to.</summary>
internal static class StaffAddress
{
    public const string Start = "/desk";

    /// <summary>Browsers keep Secure cookies over HTTPS, and over plain HTTP only from the machine itself.</summary>
    public static bool KeepsCookies(HttpRequest request) => request.IsHttps
        || request.Host.Host is "localhost" or "[::1]"
        || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Where to go after signing in: a path on this server as asked, else the desk.</summary>
    public static string ReturnTo(string? asked)
    {
        // Browsers read \ as / and drop tabs and line ends, so //evil.example has many spellings.
        var local = asked is ['/', ..] and not ['/', '/', ..] && asked.Length <= 500
            && asked.All(c => c is > ' ' and < '\x7f' and not '\\');
        return local && !IsDoor(asked!) ? asked! : Start;
    }

    public static string SignIn(string? returnTo) => $"/sign-in?return={Uri.EscapeDataString(ReturnTo(returnTo))}";

    /// <summary>This server as others reach it: as configured, else as this request did.</summary>
    public static string Base(HttpRequest request, VenueConfig venue) =>
        venue.Venue.PublicUrl is { Length: > 0 } configured ? configured : $"{request.Scheme}://{request.Host}";

    /// <summary>Going back to the door that one just came through would look like a failure.</summary>
    private static bool IsDoor(string address)
    {
        var path = address.Split('?', '#')[0];
        return path is "/" or "/sign-in" or "/lock" or "/not-allowed";
    }
}
