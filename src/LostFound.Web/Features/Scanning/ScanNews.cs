namespace LostFound.Web.Features.Scanning;

/// <summary>What the last scan led to, in the words that a screen reader says and the tone that is heard.</summary>
public sealed record ScanNews(bool IsGood, string Words)
{
    /// <summary>Nothing was taken down, so no list shows it: the page has to.</summary>
    public bool IsRefusal { get; init; }

    public IReadOnlyList<TagSuggestion> Suggestions { get; init; } = [];
}
