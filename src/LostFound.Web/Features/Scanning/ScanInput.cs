using System.Globalization;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Scanning;

/// <summary>A scan as it was sent, at once or, kept on a device without network, later.</summary>
/// <param name="RequestId">Made on the device with the scan, so that sending it again does not count it again.</param>
/// <param name="Code">The tag when it is a proper one, else as it came, cut.</param>
/// <param name="At">When it was scanned, by the server's clock.</param>
public sealed record ScanInput(Guid RequestId, string Code, DateTime At)
{
    public const string CodeField = "code";
    public const string RequestField = "request";

    /// <summary>Milliseconds since the scan, by the device's own clock: however wrong that is, an age is right.</summary>
    public const string AgeField = "age";

    /// <summary>Nothing waits longer on a device: it would have to lie in a drawer.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    public string? Tag => TagCode.TryParse(Code, out var tag) ? tag : null;

    /// <summary>Null when the form is damaged: a scan has an id, from the page or its script.</summary>
    public static ScanInput? From(PostedForm form, DateTime now)
    {
        var code = form.Text(CodeField).Trim();
        if (!Guid.TryParse(form.Text(RequestField), out var requestId))
            return null;
        _ = long.TryParse(form.Text(AgeField), NumberStyles.None, CultureInfo.InvariantCulture, out var age);
        var at = now - TimeSpan.FromMilliseconds(Math.Min(age, Oldest.TotalMilliseconds));
        if (TagCode.TryParse(code, out var tag))
            return new ScanInput(requestId, tag, at);
        return new ScanInput(requestId, code.Length <= HandoverLimits.RawCode ? code : code[..HandoverLimits.RawCode], at);
    }
}
