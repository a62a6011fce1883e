using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Features.Scanning;

/// <summary>What a bin's label holds, and what a person types for a bin. A tag has eight characters, a bin's code at most six, so neither is ever taken for the other.</summary>
public static class BinCode
{
    private const string Path = "/B/";

    public static string Address(string bin) => $"/b/{bin}";

    /// <summary>In capitals, which a QR code holds most compactly; addresses of ours mean the same in either case.</summary>
    public static string LabelAddress(string bin, string origin) => $"{origin.TrimEnd('/')}{Address(bin)}".ToUpperInvariant();

    /// <summary>The bin that a scanned or typed text names; null when it names none of this venue's.</summary>
    public static Bin? Find(string text, VenueConfig venue)
    {
        var code = text.Trim().ToUpperInvariant();
        var at = code.LastIndexOf(Path, StringComparison.Ordinal);
        return venue.Bin(at < 0 ? code : code[(at + Path.Length)..]);
    }
}
