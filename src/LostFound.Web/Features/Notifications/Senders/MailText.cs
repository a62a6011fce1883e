using System.Globalization;
using System.Net;
using System.Text;
using LostFound.Web.Languages;

namespace LostFound.Web.Features.Notifications.Senders;

/// <summary>One message as plain text and as HTML that says the same. Mail programs want styles on the elements themselves.</summary>
internal static class MailText
{
    private const string Frame = "margin:0;padding:24px 16px;background:#f7f4ee;color:#23211d;font:17px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
    private const string Sheet = "max-width:34em;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px";
    private const string Tap = "display:inline-block;padding:14px 22px;border-radius:10px;background:#23211d;color:#ffffff;text-decoration:none;font-weight:600";
    private const string Quiet = "color:#6a655c;font-size:14px";

    /// <summary>Where the guest chooses how to be told, and stops it with one tap.</summary>
    public static string ChooseAddress(string link) => $"{link}/tell-me";

    public static string Plain(OutgoingMessage message)
    {
        var text = message.Text;
        var lines = new StringBuilder().Append(text.Greeting).Append("\n\n").AppendJoin("\n\n", text.Paragraphs).Append("\n\n");
        if (message.Link is { } link)
            lines.Append(CultureInfo.InvariantCulture, $"{text.OpenPage}:\n{link}\n\n{text.LinkIsKey}\n\n{text.Choose}:\n{ChooseAddress(link)}\n\n");
        return lines.Append(CultureInfo.InvariantCulture, $"{text.SignedBy}\n").ToString();
    }

    public static string Html(OutgoingMessage message)
    {
        var text = message.Text;
        var html = new StringBuilder();
        var direction = Language.OrEnglish(message.Language).Direction;
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{Safe(message.Language)}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Safe(text.Subject)}</title></head>");
        html.Append(CultureInfo.InvariantCulture, $"<body style=\"{Frame}\"><div style=\"{Sheet}\"><p>{Safe(text.Greeting)}</p>");
        foreach (var paragraph in text.Paragraphs)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        if (message.Link is { } link)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Safe(link)}\" style=\"{Tap}\">{Safe(text.OpenPage)}</a></p>");
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Quiet}\">{Safe(text.LinkIsKey)}</p>");
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Quiet}\"><a href=\"{Safe(ChooseAddress(link))}\" style=\"color:inherit\">{Safe(text.Choose)}</a></p>");
        }
        return html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Quiet}\">{Safe(text.SignedBy)}</p></div></body></html>").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
