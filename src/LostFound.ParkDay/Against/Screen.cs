using System.Net;
using System.Text.RegularExpressions;

namespace LostFound.ParkDay.Against;

/// <summary>Where a guest's page says that they stand.</summary>
internal enum Shown
{
    Waiting,
    Called,
    Served,
    Left,
    SomethingElse,
}

/// <summary>What a guest reads on the phone.</summary>
/// <param name="Ahead">How many are called before; null when the page doesn't say.</param>
internal sealed partial record Screen(int Number, Shown Says, int? Ahead, string Stage, string Headline)
{
    /// <summary>Null when there is no place on the page.</summary>
    public static Screen? Read(string html)
    {
        if (Place().Match(html) is not { Success: true } place)
            return null;
        var headline = WebUtility.HtmlDecode(Tags().Replace(Heading().Match(html, place.Index).Groups["text"].Value, "")).Trim();
        var ahead = Ahead_().Match(html, place.Index);
        return new Screen(
            int.Parse(HtmlForm.Attribute(place.Value, "data-number") ?? "0", System.Globalization.CultureInfo.InvariantCulture),
            Meaning(headline),
            ahead.Success ? int.Parse(ahead.Groups["count"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null,
            HtmlForm.Attribute(place.Value, "data-stage") ?? "", headline);
    }

    private static Shown Meaning(string headline) => headline switch
    {
        _ when headline.StartsWith("You’re next", StringComparison.Ordinal) => Shown.Waiting,
        _ when headline.StartsWith("You’re in line", StringComparison.Ordinal) => Shown.Waiting,
        _ when headline.StartsWith("About ", StringComparison.Ordinal) => Shown.Waiting,
        _ when headline.StartsWith("Come now", StringComparison.Ordinal) => Shown.Called,
        _ when headline.StartsWith("You were served", StringComparison.Ordinal) => Shown.Served,
        _ when headline.StartsWith("You gave up", StringComparison.Ordinal) => Shown.Left,
        _ => Shown.SomethingElse,
    };

    [GeneratedRegex("<section\\b[^>]*\\bdata-place\\b[^>]*>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Place();

    [GeneratedRegex("<h1\\b[^>]*>(?<text>.*?)</h1>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Tags();

    [GeneratedRegex("data-ahead[^>]*>(?<count>\\d+)<", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Ahead_();
}
