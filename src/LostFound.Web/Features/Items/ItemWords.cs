using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Items;

/// <summary>How an item and what happened to it are said to staff. A key that left the configuration stands for itself.</summary>
public static class ItemWords
{
    // What the kiosk's script says before sending is what the server would answer: the page carries these words to it.
    public const string ChooseCategory = "Choose what it is";
    public const string ChoosePlace = "Choose where it was found";
    public const string EnterFound = "Enter the day and the time when it was found";
    public const string FoundInFuture = "It cannot have been found in the future: check the day and the time";
    public const string FoundTooLongAgo = "That is more than a year ago: check the day";

    public static string Category(string key, VenueConfig config) => config.Category(key)?.Name ?? key;

    public static string Place(string key, VenueConfig config) => config.Place(key)?.Name ?? key;

    public static string Desk(string key, VenueConfig config) => config.Desk(key)?.Name ?? key;

    public static string Colours(IEnumerable<string> keys, VenueConfig config) =>
        string.Join(", ", keys.Select(key => config.Colour(key)?.Name ?? key));

    /// <summary>"2 × Bottle or cup (one is blue), Sunglasses"; empty when nothing is known to be inside.</summary>
    public static string Contents(IEnumerable<ContainedItem> contents, VenueConfig config) => string.Join(", ", contents.Select(content => Contained(content, config)));

    public static string Contained(ContainedItem content, VenueConfig config) => string.Create(CultureInfo.InvariantCulture,
        $"{(content.Count > 1 ? $"{content.Count} × " : "")}{Category(content.Category, config)}{(content.Note.Length > 0 ? $" ({content.Note})" : "")}");

    /// <summary>"Wallet or purse, black, red, Gucci": enough to know it by in a list or on a label.</summary>
    public static string Title(Item item, VenueConfig config) => string.Join(", ", new[]
    {
        Category(item.Category, config), Colours(item.Colours, config).ToLowerInvariant(), item.Brand,
    }.Where(part => part.Length > 0));

    public static string Whereabouts(string desk, string? bin, VenueConfig config) => bin is null
        ? $"At {Desk(desk, config)}, in no bin"
        : $"In {bin}{(config.Bin(bin) is { } known ? $" ({known.Name})" : "")}, {Desk(desk, config)}";

    public static string Status(ItemStatus status) => status switch
    {
        ItemStatus.InStorage => "In storage",
        ItemStatus.OnHold => "On hold for a guest",
        ItemStatus.HandedOver => "Handed over",
        ItemStatus.Disposed => "Disposed of",
    };

    public static Tone StatusTone(ItemStatus status) => status switch
    {
        ItemStatus.InStorage => Tone.Neutral,
        ItemStatus.OnHold => Tone.Warning,
        ItemStatus.HandedOver => Tone.Success,
        ItemStatus.Disposed => Tone.Neutral,
    };

    public static string StatusIcon(ItemStatus status) => status switch
    {
        ItemStatus.InStorage => "package",
        ItemStatus.OnHold => "hand",
        ItemStatus.HandedOver => "handshake",
        ItemStatus.Disposed => "trash",
    };

    public static string Custody(CustodyKind kind) => kind switch
    {
        CustodyKind.Registered => "Registered",
        CustodyKind.Moved => "Moved",
        CustodyKind.Amended => "Amended",
        CustodyKind.HeldForClaim => "Held for a guest",
        CustodyKind.Released => "Released from hold",
        CustodyKind.HandedOver => "Handed over",
        CustodyKind.Missed => "Marked missing",
        CustodyKind.FoundAgain => "Found again",
        CustodyKind.CashCounted => "Cash counted and sealed",
        CustodyKind.SealBroken => "Seal found broken",
        CustodyKind.Disposed => "Disposed of",
        CustodyKind.Sent => "Sent to its owner",
    };

    public static string CustodyIcon(CustodyKind kind) => kind switch
    {
        CustodyKind.Registered => "package",
        CustodyKind.Moved => "archive",
        CustodyKind.Amended => "pen-line",
        CustodyKind.HeldForClaim => "hand",
        CustodyKind.Released => "undo-2",
        CustodyKind.HandedOver => "handshake",
        CustodyKind.Missed => "circle-question-mark",
        CustodyKind.FoundAgain => "package-check",
        CustodyKind.CashCounted => "banknote",
        CustodyKind.SealBroken => "triangle-alert",
        CustodyKind.Disposed => "trash",
        CustodyKind.Sent => "send",
    };
}
