namespace LostFound.Web.Shared.Ui;

/// <summary>One step of a story: what happened, or, for the last step, what happens next and by when.</summary>
public sealed record TimelineEvent(DateTime AtUtc, string Title)
{
    public string? Detail { get; init; }

    /// <summary>What a person wrote, shown as written and not in our voice.</summary>
    public string? Quote { get; init; }

    /// <summary>The language of the quote, as in an HTML lang attribute.</summary>
    public string? QuoteLanguage { get; init; }

    public string? Icon { get; init; }

    /// <summary>Not yet happened: drawn open, and said as "by 18:40".</summary>
    public bool Upcoming { get; init; }
}
