using System.Net;
using System.Text.RegularExpressions;

namespace LostFound.ParkDay.Against;

/// <summary>A form of one of LostFound's own pages: where it goes, and the fields that stand in it already.</summary>
internal sealed partial record HtmlForm(string Action, IReadOnlyDictionary<string, string> Hidden)
{
    /// <summary>The first form that is sent to an address with this end; null when the page has none.</summary>
    public static HtmlForm? Find(string html, string actionEnd) => All(html).FirstOrDefault(form => form.Action.EndsWith(actionEnd, StringComparison.Ordinal));

    private static IEnumerable<HtmlForm> All(string html) =>
        from form in Forms().Matches(html)
        let hidden = from input in Inputs().Matches(form.Groups["body"].Value)
                     where Attribute(input.Value, "type") == "hidden" && Attribute(input.Value, "name") is { Length: > 0 }
                     select KeyValuePair.Create(Attribute(input.Value, "name")!, Attribute(input.Value, "value") ?? "")
        select new HtmlForm(Attribute(form.Groups["tag"].Value, "action") ?? "", hidden.DistinctBy(field => field.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));

    /// <summary>The value of an attribute in a tag, its character references resolved; null when it isn't there.</summary>
    public static string? Attribute(string tag, string name) =>
        Attributes().Matches(tag).FirstOrDefault(a => a.Groups["name"].Value == name) is { } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("(?<tag><form\\b[^>]*>)(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Inputs();

    [GeneratedRegex("(?<name>[\\w-]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Attributes();
}
