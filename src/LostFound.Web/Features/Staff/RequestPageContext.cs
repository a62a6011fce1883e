using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Staff;

/// <summary>What the page shells show around a page: the venue as configured now, and who is signed in.</summary>
public sealed class RequestPageContext(ConfigStore config, IHttpContextAccessor http, Words words) : IPageContext
{
    public PageContext Current
    {
        get
        {
            var venue = config.Current;
            var actor = http.HttpContext?.User.ActorOrNone();
            var contact = venue.Venue.Contact;
            return new PageContext
            {
                VenueName = venue.Venue.Name,
                ContactLine = string.Join(" · ", new[] { contact.Translations.In(words, contact.Line), contact.Phone, contact.Email }.Where(part => !string.IsNullOrEmpty(part))),
                WayBack = http.HttpContext is { } context ? ChooseLanguage.WayBack(context) : null,
                AccentHash = venue.Stylesheet.Hash,
                DeskName = actor is null ? null : venue.Desk(actor.Desk)?.Name ?? actor.DeviceName,
                StaffName = actor?.StaffName,
                Role = actor?.Role,
                ScanPrefix = actor is null ? null : venue.Venue.Scanner?.Prefix ?? "",
                IdleLockMinutes = actor is null ? null : venue.Venue.Staff.IdleLockMinutes,
            };
        }
    }
}
