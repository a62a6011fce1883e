using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Items;

/// <summary>What is known of an item, checked: every key exists, every text is in bounds, the time is possible.</summary>
public sealed record ItemFacts(
    string Category, string[] Colours, string Brand, string Description, string PrivateNotes, string Place, DateTime FoundAt)
{
    public ContainedItem[] Contents { get; init; } = [];

    /// <summary>The facts that were typed; null when something is wrong, and then <paramref name="errors"/> says what.</summary>
    public static ItemFacts? Check(ItemTyped typed, VenueConfig config, DateTime now, FormErrors errors)
    {
        var before = errors.Count;
        if (config.Category(typed.Category) is null)
            errors.Add(ItemFields.Category, typed.Category.Length == 0 ? ItemWords.ChooseCategory : "This kind of thing is not in the list any more: choose another");
        if (typed.Colours.Any(key => config.Colour(key) is null))
            errors.Add(ItemFields.Colours, "One of these colours is not in the list any more: choose again");
        else if (typed.Colours.Count > ItemLimits.Colours)
            errors.Add(ItemFields.Colours, $"Choose at most {ItemLimits.Colours} colours: the ones you see first");
        var contents = ItemContents.Check(typed.Contents, config, errors);
        CheckLength(errors, ItemFields.Brand, "The brand", typed.Brand, ItemLimits.Brand);
        CheckLength(errors, ItemFields.Description, "The description", typed.Description, ItemLimits.Description);
        CheckLength(errors, ItemFields.PrivateNotes, "The private notes", typed.PrivateNotes, ItemLimits.PrivateNotes);
        if (config.Place(typed.Place) is null)
            errors.Add(ItemFields.Place, typed.Place.Length == 0 ? ItemWords.ChoosePlace : "This place is not in the list any more: choose another");
        var foundAt = CheckFound(typed, config, now, errors);
        return errors.Count > before
            ? null
            : new ItemFacts(typed.Category, InListOrder(typed.Colours, config), typed.Brand.Trim(), typed.Description.Trim(), typed.PrivateNotes.Trim(), typed.Place, foundAt!.Value) { Contents = contents };
    }

    /// <summary>Writes the facts onto the item, and what it is found by with them.</summary>
    public void ApplyTo(Item item, VenueConfig config)
    {
        item.Category = Category;
        item.Colours = Colours;
        item.Brand = Brand;
        item.Description = Description;
        item.PrivateNotes = PrivateNotes;
        item.Contents = Contents;
        item.Place = Place;
        item.FoundAt = FoundAt;
        ItemSearchText.Write(item, config);
    }

    /// <summary>Ticks have no order of their own, so the same ones are always the same value.</summary>
    private static string[] InListOrder(IReadOnlyList<string> keys, VenueConfig config) =>
        [.. config.Colours.Select(c => c.Key).Where(key => keys.Contains(key, StringComparer.Ordinal))];

    private static void CheckLength(FormErrors errors, string field, string what, string typed, int limit)
    {
        if (typed.Trim().Length > limit)
            errors.Add(field, $"{what} can have {limit} characters, and this has {typed.Trim().Length}");
    }

    private static DateTime? CheckFound(ItemTyped typed, VenueConfig config, DateTime now, FormErrors errors)
    {
        if (!DateOnly.TryParseExact(typed.FoundDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParse(typed.FoundTime, CultureInfo.InvariantCulture, out var time))
        {
            errors.Add(ItemFields.Found, ItemWords.EnterFound);
            return null;
        }
        // Far-off years would leave the calendar when the time zone is applied.
        var found = day.Year is > 2000 and < 9000 ? config.Clock.Utc(day.ToDateTime(time)) : DateTime.MinValue;
        if (found > now + ItemLimits.FoundAhead)
            errors.Add(ItemFields.Found, ItemWords.FoundInFuture);
        else if (found < now - ItemLimits.FoundAgo)
            errors.Add(ItemFields.Found, ItemWords.FoundTooLongAgo);
        return found;
    }
}
