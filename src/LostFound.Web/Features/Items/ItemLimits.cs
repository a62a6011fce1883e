using LostFound.Web.Photos;

namespace LostFound.Web.Features.Items;

/// <summary>What a found item's record may hold. Form, checks and tests share these.</summary>
public static class ItemLimits
{
    public const int Brand = 80;
    public const int Description = 1000;
    public const int PrivateNotes = 1000;
    public const int Colours = 5;

    /// <summary>More kinds than these in one bag are a list for the notes.</summary>
    public const int ContentKinds = 20;
    public const int ContentCount = 99;
    public const int ContentNote = 120;
    public const int Photos = PhotoLimits.MaxPerItem;

    /// <summary>A device's clock may be a little ahead of the server's.</summary>
    public static readonly TimeSpan FoundAhead = TimeSpan.FromMinutes(5);

    /// <summary>An item that reaches the server so long after it was registered came from a device without a network.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(3);

    /// <summary>Older finds are typing errors: nothing is brought in that late.</summary>
    public static readonly TimeSpan FoundAgo = TimeSpan.FromDays(366);

    /// <summary>A whole form: every photo at its largest, and room for the words.</summary>
    public const long RequestBytes = (long)Photos * PhotoLimits.MaxBytes + 1024 * 1024;

    /// <summary>A picture sent only for its colours, which the script shrinks to a few kilobytes first.</summary>
    public const int ColoursRequestBytes = 256 * 1024;

    /// <summary>Words beyond these in a search add nothing but work.</summary>
    public const int SearchWords = 8;
    public const int SearchLength = 200;
    public const int SearchPage = 24;
}
