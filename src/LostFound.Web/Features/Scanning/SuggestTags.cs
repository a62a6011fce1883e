using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Scanning;

/// <summary>"Did you mean 7K2M-9QXC, black backpack?": a tag of an item that is really there.</summary>
public sealed record TagSuggestion(string Tag, string Title, ItemStatus Status);

/// <summary>Offers what a mistyped tag may have been. For staff only, and only offered: a person looks at the item and decides.</summary>
public sealed class SuggestTags(Store store, ConfigStore config)
{
    /// <summary>More would be a list to search in, and typing again is quicker.</summary>
    public const int Most = 4;

    public async Task<IReadOnlyList<TagSuggestion>> HandleAsync(string typed)
    {
        var near = TagCorrection.Near(typed);
        if (near.Count == 0)
            return [];
        // What is still in the house is likelier in somebody's hand.
        var items = await store.ReadAsync(db => db.Items.Where(i => near.Contains(i.Tag))
            .OrderBy(i => i.Status == ItemStatus.HandedOver).ThenByDescending(i => i.RegisteredAt).Take(Most).ToListAsync());
        return items.ConvertAll(item => new TagSuggestion(item.Tag, ItemWords.Title(item, config.Current), item.Status));
    }
}
