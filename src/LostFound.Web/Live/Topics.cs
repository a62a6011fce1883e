using System.Globalization;

namespace LostFound.Web.Live;

/// <summary>What a browser can watch. A topic names a thing that changed, never what it changed to.</summary>
public static class Topics
{
    /// <summary>The match inbox at the desks.</summary>
    public const string Inbox = "inbox";

    /// <summary>The supervisors' board.</summary>
    public const string Board = "board";

    public static string Claim(Guid id) => string.Create(CultureInfo.InvariantCulture, $"claim:{id:N}");

    /// <summary>What lies in a bin, and the count of it.</summary>
    public static string Bin(string code) => $"bin:{code}";

    /// <summary>The line at a desk: places, counters and what was told. For staff and displays, who hear of each movement.</summary>
    public static string Line(string desk) => $"line:{desk}";

    /// <summary>The phones in that line, which get one message a movement, at most one a second. Nothing is announced under it.</summary>
    public static string Phones(string desk) => $"phones:{desk}";

    public static string Item(Guid id) => string.Create(CultureInfo.InvariantCulture, $"item:{id:N}");
}
