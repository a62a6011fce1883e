using System.Globalization;

namespace LostFound.Web.Features.Feedback;

/// <summary>Where ratings and reasons stand among the texts for guests, and how staff read them.</summary>
public static class RatingWords
{
    public static string Key(int rating) => string.Create(CultureInfo.InvariantCulture, $"feedback.rating-{rating}");

    public static string Key(FeedbackReason reason) => reason switch
    {
        FeedbackReason.KindPeople => "feedback.kind-people",
        FeedbackReason.WentQuickly => "feedback.went-quickly",
        FeedbackReason.KeptInformed => "feedback.kept-informed",
        FeedbackReason.WaitedLong => "feedback.waited-long",
        FeedbackReason.NobodyTold => "feedback.nobody-told",
        FeedbackReason.WordNotKept => "feedback.word-not-kept",
        FeedbackReason.AskedAgain => "feedback.asked-again",
        FeedbackReason.HardToUse => "feedback.hard-to-use",
    };

    /// <summary>For staff, in English; a name that is no longer in the list stands for itself.</summary>
    public static string Staff(string reason) => Enum.TryParse<FeedbackReason>(reason, out var known) && Enum.IsDefined(known) ? Staff(known) : reason;

    private static string Staff(FeedbackReason reason) => reason switch
    {
        FeedbackReason.KindPeople => "Kind people",
        FeedbackReason.WentQuickly => "Went quickly",
        FeedbackReason.KeptInformed => "Kept informed",
        FeedbackReason.WaitedLong => "Waited long",
        FeedbackReason.NobodyTold => "Nobody told me",
        FeedbackReason.WordNotKept => "Word not kept",
        FeedbackReason.AskedAgain => "Had to ask again",
        FeedbackReason.HardToUse => "Hard to use",
    };
}
