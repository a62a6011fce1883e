using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Features.Notifications.Senders;

/// <summary>A way out of the house.</summary>
public interface INotificationSender
{
    NotificationChannel Channel { get; }

    bool IsSetUp(NotificationsFile rules);

    /// <summary>Hands one message over. Failures that are to be expected come back as values.</summary>
    Task<Delivery> SendAsync(OutgoingMessage message, NotificationsFile rules, CancellationToken cancellation);
}

/// <param name="Id">Stays the same at every attempt.</param>
/// <param name="To">An e-mail address or a telephone number, as the guest typed it.</param>
/// <param name="Language">Of the text, such as "ja".</param>
/// <param name="Link">The guest's page; null for a claim from before links were kept.</param>
public sealed record OutgoingMessage(Guid Id, string To, string Language, string Venue, MessageText Text, string? Link)
{
    /// <summary>Address and link stay out of every log.</summary>
    public override string ToString() => $"message {Id}";
}

/// <summary>What a message says, in the guest's language.</summary>
/// <param name="Short">The same for a telephone's text, without the link.</param>
public sealed record MessageText(
    string Subject, string Greeting, IReadOnlyList<string> Paragraphs, string OpenPage, string LinkIsKey, string Choose, string SignedBy, string Short);

/// <summary>What became of an attempt.</summary>
public sealed record Delivery(DeliveryResult Result, string Reason = "")
{
    public static readonly Delivery Taken = new(DeliveryResult.Taken);

    public static Delivery Later(string reason) => new(DeliveryResult.Later, reason);

    public static Delivery Never(string reason) => new(DeliveryResult.Never, reason);
}

public enum DeliveryResult
{
    /// <summary>The other side answers for it now.</summary>
    Taken,

    /// <summary>Perhaps the next time.</summary>
    Later,

    /// <summary>No attempt will do better, for instance to a mailbox that doesn't exist.</summary>
    Never,
}
