namespace LostFound.Web.Configuration;

/// <summary>The files in kiosk-config.</summary>
internal static class FileNames
{
    public const string Venue = "venue.json";
    public const string Places = "places.json";
    public const string Categories = "categories.json";
    public const string Colours = "colours.json";
    public const string Bins = "bins.json";
    public const string Retention = "retention.json";
    public const string Promises = "promises.json";
    public const string Matching = "matching.json";
    public const string Labels = "labels.json";
    public const string ProofQuestions = "proof-questions.json";
    public const string Notifications = "notifications.json";
    public const string QuickReplies = "quick-replies.json";
    public const string Guidance = "guidance.json";

    public static string SchemaOf(string file) => Path.ChangeExtension(file, ".schema.json");
}
