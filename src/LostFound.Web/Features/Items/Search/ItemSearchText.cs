using LostFound.Web.Configuration;
using LostFound.Web.Features.Matching;

namespace LostFound.Web.Features.Items.Search;

/// <summary>What an item is found by.</summary>
internal static class ItemSearchText
{
    /// <summary>Writes onto the item what the index takes from it, from everything else that is known of it.</summary>
    public static void Write(Item item, VenueConfig config)
    {
        item.SearchText = string.Join(' ', SearchTokens.Of(WordsOf(item, config)));
        var meanings = VenueModel.VocabularyOf(config)
            .PartsOf(string.Join(" . ", [item.Brand, item.Description, item.PrivateNotes, .. item.Contents.SelectMany(content => WordsOf(content, config))]), VenueModel.Of(config).StaffLanguage)
            .SelectMany(part => part.Concepts);
        item.SearchConcepts = string.Join(' ', meanings.Select(SearchTokens.Facet).Distinct(StringComparer.Ordinal));
    }

    /// <summary>
    /// Everything a colleague might search by. Kinds and colours in other languages are found by what they mean; a place
    /// is known by its names alone.
    /// </summary>
    private static IEnumerable<string?> WordsOf(Item item, VenueConfig config)
    {
        var category = config.Category(item.Category);
        var place = config.Place(item.Place);
        var colours = item.Colours.Select(config.Colour).OfType<Configuration.Files.Colour>().ToList();
        return
        [
            // The second half also alone: people read out the end of a tag as often as its beginning.
            item.Tag, item.Tag[(item.Tag.Length / 2)..],
            item.Brand, item.Description, item.PrivateNotes, .. item.Contents.SelectMany(content => WordsOf(content, config)),
            category?.Name,
            place?.Name, .. place?.Names?.Values ?? [],
            .. colours.Select(c => c.Name),
        ];
    }

    private static IEnumerable<string> WordsOf(ContainedItem content, VenueConfig config)
    {
        var kind = config.Category(content.Category);
        return [kind?.Name ?? content.Category, content.Note];
    }
}
