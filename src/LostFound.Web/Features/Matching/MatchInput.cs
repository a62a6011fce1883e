using System.Globalization;
using LostFound.Matching;
using LostFound.Web.Features.Items;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Features.Matching;

/// <summary>From what the house stores to what the matching library compares.</summary>
internal static class MatchInput
{
    public static FoundItem ForMatching(this Item item) => new(
        Key(item.Id), item.Category, item.Colours, item.Brand, item.Description, WithContents(item), item.Place, item.FoundAt)
    {
        PhotoColours = item.PhotoColours,
    };

    public static LossClaim ForMatching(this Claim claim) => new(
        Key(claim.Id), claim.Language, claim.Category, claim.Colours, claim.Brand, claim.Description, claim.PrivateMarks,
        claim.Places, claim.LostFrom, claim.LostTo);

    /// <summary>
    /// What is inside belongs to what only the owner knows. Keys are words of the vocabulary in every venue, and each
    /// stands in a sentence of its own, so that two together mean nothing else.
    /// </summary>
    private static string WithContents(Item item) => item.Contents.Length == 0 ? item.PrivateNotes
        : string.Join(" . ", item.Contents.Select(content => $"{content.Category.Replace('-', ' ')} {content.Note}").Prepend(item.PrivateNotes));

    public static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    public static Guid Id(string key) => Guid.ParseExact(key, "N");
}
