using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Dev;

/// <summary>Made-up content for the gallery: ordinary, long and awkward, as real content will be.</summary>
internal static class GallerySamples
{
    public static readonly VenueTime Time = new(
        TimeZoneInfo.CreateCustomTimeZone("gallery", TimeSpan.FromHours(9), "gallery", "gallery"),
        new DateTime(2026, 11, 21, 9, 2, 0, DateTimeKind.Utc));

    public static readonly IReadOnlyList<ChoiceGroup> Categories =
    [
        new("bags", "Bags",
        [
            new("backpack", "Backpack") { Emoji = "🎒" }, new("handbag", "Handbag") { Emoji = "👜" },
            new("tote", "Shopping or tote bag") { Emoji = "🛍️" }, new("suitcase", "Suitcase") { Emoji = "🧳" },
        ]),
        new("money-and-papers", "Money and papers",
        [
            new("wallet", "Wallet or purse") { Emoji = "👛" }, new("cash", "Cash") { Emoji = "💵" },
            new("id-card", "ID card or driving licence") { Emoji = "🪪" }, new("ticket", "Ticket or pass") { Emoji = "🎟️" },
        ]),
        new("electronics", "Electronics",
        [
            new("phone", "Phone") { Emoji = "📱" }, new("camera", "Camera") { Emoji = "📷" },
            new("headphones", "Headphones or earbuds") { Emoji = "🎧" }, new("laptop", "Laptop") { Emoji = "💻" },
        ]),
        new("jewellery", "Jewellery",
        [
            new("watch", "Watch") { Emoji = "⌚" }, new("ring", "Ring") { Emoji = "💍" },
            new("necklace", "Necklace, bracelet or earring") { Emoji = "📿" },
        ]),
    ];

    public static readonly IReadOnlyList<Choice> Colours =
    [
        new("black", "Black"), new("white", "White"), new("grey", "Grey"), new("brown", "Brown"), new("beige", "Beige"),
        new("navy", "Navy"), new("blue", "Blue"), new("green", "Green"), new("red", "Red"), new("pink", "Pink"),
        new("gold", "Gold"), new("multicolour", "Multicoloured"),
    ];

    public static readonly IReadOnlyList<ChoiceGroup> Zones =
    [
        new("harbour", "Harbour",
        [
            new("carousel", "Carousel"), new("boats", "Boat ride") { Hint = "The queue, the boats or the way out" }, new("pier", "Pier restaurant"),
        ]),
        new("old-town", "Old Town", [new("caricature", "Caricature corner"), new("theatre", "Theatre"), new("square", "Market square")]),
        new("unsure", "I’m not sure", [new("anywhere", "Anywhere in the park"), new("on-the-way", "On the way here or home")]),
    ];

    public static readonly IReadOnlyList<Choice> Contents =
    [
        new("yes", "Yes, something with a name") { Hint = "A card, a letter, a label" },
        new("no", "No"),
        new("unsure", "I’m not sure"),
    ];

    public static readonly IReadOnlyList<TimelineEvent> Story =
    [
        new(Utc(7, 12), "You told us about it") { Icon = "message-circle", Detail = "A backpack, navy blue, near the caricature corner." },
        new(Utc(7, 13), "We started looking") { Icon = "search" },
        new(Utc(8, 40), "A person is checking a question with the desk") { Icon = "user", Detail = "That doesn’t mean that it is yours yet." },
        new(Utc(9, 40), "You hear from us again") { Upcoming = true, Icon = "bell" },
    ];

    public static readonly IReadOnlyList<ExplanationLine> Reasons =
    [
        new("Both are backpacks", 3.4), new("A rare word agrees: “caricature”", 6.2),
        new("Lost in Old Town, handed in one zone further", 1.1), new("Navy was said, dark grey was registered", -0.8),
        new("Found 40 minutes after it was last seen", 2.0), new("The brand differs: Eastpak, Herschel", -2.6),
    ];

    public static readonly FormErrors Errors = new FormErrors()
        .Add("e-name", "Write your name as it stands on your ID")
        .Add("e-kind", "Choose what kind of thing it is, or “I’m not sure”")
        .Add("e-when", "The day you lost it lies in the future");

    private static DateTime Utc(int hour, int minute) => new(2026, 11, 21, hour, minute, 0, DateTimeKind.Utc);
}
