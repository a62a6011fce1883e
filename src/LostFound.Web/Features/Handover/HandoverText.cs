using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;

namespace LostFound.Web.Features.Handover;

/// <summary>The words that a recipient signs.</summary>
public static class HandoverText
{
    /// <summary>The same words for the same facts: what is signed is composed again, and must come out as it was shown.</summary>
    /// <param name="deskKey">Where it is handed over, which need not be where it was kept.</param>
    public static string Compose(string recipient, Item item, string deskKey, DateTime atUtc, VenueConfig venue)
    {
        var at = venue.LocalTime(atUtc);
        return string.Create(CultureInfo.InvariantCulture,
            $"I, {recipient}, received on {at:d MMMM yyyy} at {at:HH:mm} at {ItemWords.Desk(deskKey, venue)}: {ItemWords.Title(item, venue)} (tag {TagCode.Display(item.Tag)}). It is mine, or I collect it for its owner.");
    }
}
