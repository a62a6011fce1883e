using System.Globalization;
using LostFound.Matching;
using LostFound.Web.Features.Items;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Features.Matching;

/// <summary>From what the house stores to what the matching library compares.</summary>
internal static class MatchInput
{
    public static FoundItem ForMatching(this Item item) => new(
        Key(item.Id), item.Category, item.Colours, item.Brand, item.Description, item.PrivateNotes, item.Place, item.FoundAt)
    {
        PhotoColours = item.PhotoColours,
    };

    public static LossClaim ForMatching(this Claim claim) => new(
        Key(claim.Id), claim.Language, claim.Category, claim.Colours, claim.Brand, claim.Description, claim.PrivateMarks,
        claim.Places, claim.LostFrom, claim.LostTo);

    public static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    public static Guid Id(string key) => Guid.ParseExact(key, "N");
}
