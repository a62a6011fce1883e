using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Items;

/// <summary>One kind of thing inside a found item: two bottles in a backpack. As private as the notes, and proof like them.</summary>
public sealed record ContainedItem(string Category, int Count, string Note);

/// <summary>The same as a person typed it, right or wrong.</summary>
public sealed record TypedContent(string Category, string Count, string Note)
{
    public const string CountField = "inside-count-";
    public const string NoteField = "inside-note-";

    /// <summary>A name of the form for each kind, so that a browser without scripts can count too.</summary>
    public static IReadOnlyList<TypedContent> From(PostedForm form) =>
        [.. form.Fields.Keys
            .Where(name => name.StartsWith(CountField, StringComparison.Ordinal))
            .Select(name => name[CountField.Length..])
            .Select(kind => new TypedContent(kind, form.Text(CountField + kind).Trim(), form.Text(NoteField + kind).Trim()))
            .Where(content => !content.IsEmpty)];

    public static IReadOnlyList<TypedContent> From(Item item) =>
        [.. item.Contents.Select(content => new TypedContent(content.Category, content.Count.ToString(CultureInfo.InvariantCulture), content.Note))];

    private bool IsEmpty => Count is "" or "0" && Note.Length == 0;
}

/// <summary>Checks what was typed of the contents.</summary>
internal static class ItemContents
{
    public static ContainedItem[] Check(IReadOnlyList<TypedContent> typed, VenueConfig config, FormErrors errors)
    {
        if (typed.Count > ItemLimits.ContentKinds)
            errors.Add(ItemFields.Inside, $"Name at most {ItemLimits.ContentKinds} kinds of things inside, and put the rest into the notes");
        var checkedOnes = typed.Select(content => Check(content, config, errors)).OfType<ContainedItem>().ToDictionary(content => content.Category, StringComparer.Ordinal);
        // In the order of the venue's list, so that the same contents are always the same value.
        return [.. config.Categories.Where(category => checkedOnes.ContainsKey(category.Key)).Select(category => checkedOnes[category.Key])];
    }

    public static bool IsPossible(TypedContent typed, VenueConfig config)
    {
        var errors = new FormErrors();
        return Check(typed, config, errors) is not null && !errors.Any;
    }

    private static ContainedItem? Check(TypedContent typed, VenueConfig config, FormErrors errors)
    {
        var field = TypedContent.CountField + typed.Category;
        if (config.Category(typed.Category) is not { } kind)
        {
            errors.Add(ItemFields.Inside, "One of the things inside is not in the list any more: choose again");
            return null;
        }
        if (typed.Note.Length > ItemLimits.ContentNote)
            errors.Add(field, $"{kind.Name}: the note can have {ItemLimits.ContentNote} characters, and this has {typed.Note.Length}");
        // A note alone says that there is one.
        var said = typed.Count.Length == 0 ? "1" : typed.Count;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= ItemLimits.ContentCount)
            return new ContainedItem(kind.Key, count, typed.Note);
        errors.Add(field, $"{kind.Name}: say how many, from 1 to {ItemLimits.ContentCount}");
        return null;
    }
}
