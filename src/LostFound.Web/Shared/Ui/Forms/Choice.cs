namespace LostFound.Web.Shared.Ui.Forms;

/// <summary>One answer that can be picked.</summary>
public sealed record Choice(string Value, string Label)
{
    public string? Hint { get; init; }

    /// <summary>An interface icon's name.</summary>
    public string? Icon { get; init; }

    /// <summary>A category's emoji, drawn from the sprite.</summary>
    public string? Emoji { get; init; }
}

/// <summary>Answers that belong together: a group of categories, the places of a zone.</summary>
public sealed record ChoiceGroup(string Key, string Label, IReadOnlyList<Choice> Choices)
{
    public string? Emoji { get; init; }
}
