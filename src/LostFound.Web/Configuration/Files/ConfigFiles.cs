namespace LostFound.Web.Configuration.Files;

/// <summary>All files of the folder as they were at one moment.</summary>
public sealed record ConfigFiles(
    VenueFile Venue,
    PlacesFile Places,
    CategoriesFile Categories,
    ColoursFile Colours,
    BinsFile Bins,
    RetentionFile Retention,
    PromisesFile Promises,
    MatchingFile Matching,
    LabelsFile Labels,
    ProofQuestionsFile ProofQuestions,
    GuidanceFile Guidance)
{
    // Files that a folder from an earlier release lacks: what is off, or empty, until somebody writes one.
    public NotificationsFile Notifications { get; init; } = NotificationsFile.Off;
    public QuickRepliesFile QuickReplies { get; init; } = QuickRepliesFile.None;
}
