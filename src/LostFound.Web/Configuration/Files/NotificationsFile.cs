namespace LostFound.Web.Configuration.Files;

/// <summary>notifications.json: how guests are told of news when they don't look at their page, and when not.</summary>
/// <param name="QuietHours">By the venue's clock. Nothing is sent in them.</param>
/// <param name="MostPerDay">E-mails, and likewise texts, to one guest on one day; what is over waits for the next.</param>
/// <param name="Smtp">Null: no e-mail is sent, and none is offered to guests.</param>
/// <param name="Webhook">Null: no text messages.</param>
public sealed record NotificationsFile(QuietHours QuietHours, int MostPerDay, SmtpServer? Smtp = null, SmsWebhook? Webhook = null) : ConfigFile
{
    /// <summary>For a folder without the file.</summary>
    public static readonly NotificationsFile Off = new(new QuietHours(new TimeOnly(21, 30), new TimeOnly(8, 0)), 4);
}

/// <summary>May pass midnight.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Hold(TimeOnly time) => From < To ? time >= From && time < To : time >= From || time < To;
}

/// <summary>The mail server that takes our e-mails. Its password is <c>LostFound__Smtp__Password</c> in the environment.</summary>
/// <param name="From">The address that guests see.</param>
/// <param name="ReplyTo">Where answers go; without it, to <paramref name="From"/>.</param>
/// <param name="User">Empty when the server asks for no name.</param>
public sealed record SmtpServer(
    string Host, int Port, SmtpSecurity Security, string From, string ReplyTo = "", string User = "", int TimeoutSeconds = 20);

public enum SmtpSecurity
{
    /// <summary>Encrypted, or nothing is sent.</summary>
    Starttls,

    /// <summary>For a relay on this very machine.</summary>
    None,
}

/// <summary>Takes texts for a gateway. Signed with <c>LostFound__Webhook__Secret</c> from the environment.</summary>
public sealed record SmsWebhook(string Url, int TimeoutSeconds = 10);

/// <summary>quick-replies.json: sentences that staff send with one tap.</summary>
public sealed record QuickRepliesFile(IReadOnlyList<QuickReply> Replies) : ConfigFile
{
    public static readonly QuickRepliesFile None = new([]);
}

/// <param name="Text">In English, as staff read it.</param>
/// <param name="Translations">The same by language code: the guest reads it in theirs.</param>
public sealed record QuickReply(string Key, string Text, IReadOnlyDictionary<string, string>? Translations = null)
{
    public string In(string language) =>
        Translations?.GetValueOrDefault(language) ?? Translations?.GetValueOrDefault(language.Split('-')[0]) ?? Text;
}
