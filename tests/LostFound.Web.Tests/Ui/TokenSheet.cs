using System.Globalization;
using System.Text.RegularExpressions;

namespace LostFound.Web.Tests.Ui;

/// <summary>The colours of tokens.css as a browser would resolve them, in one scheme and for one venue accent.</summary>
internal sealed partial class TokenSheet
{
    private readonly Dictionary<string, string> tokens;

    private TokenSheet(Dictionary<string, string> tokens) => this.tokens = tokens;

    public static string Source { get; } = Comment().Replace(
        File.ReadAllText(Path.Combine(Repository.WebProject, "Client", "styles", "tokens.css")), "");

    /// <summary>What each block with this selector sets, in source order.</summary>
    public static IReadOnlyList<string> Blocks(string selector)
        => [.. Block().Matches(Source).Where(match => string.Equals(match.Groups["selector"].Value.Trim(), selector, StringComparison.Ordinal)).Select(match => match.Groups["body"].Value)];

    public static TokenSheet Light(string? accent) => Read([":root"], accent);

    public static TokenSheet Dark(string? accent) => Read([":root", ":root[data-theme=\"dark\"]"], accent);

    /// <summary>Contrast after WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminance.</summary>
    public double Contrast(string text, string ground)
    {
        var (a, b) = (Luminance(Resolve(tokens[text])), Luminance(Resolve(tokens[ground])));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static TokenSheet Read(string[] selectors, string? accent)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var selector in selectors)
        {
            foreach (Match token in Blocks(selector).SelectMany(body => Token().Matches(body))) found[token.Groups["name"].Value] = token.Groups["value"].Value.Trim();
        }

        if (accent is not null) found["--accent"] = accent;
        return new TokenSheet(found);
    }

    private double[] Resolve(string value)
    {
        if (value is "white") return [1, 1, 1];
        if (value is "black") return [0, 0, 0];
        if (value.StartsWith('#')) return [.. Enumerable.Range(0, 3).Select(i => int.Parse(value.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];
        if (Variable().Match(value) is { Success: true } variable) return Resolve(tokens[variable.Groups["name"].Value]);
        var mix = Mix().Match(value);
        Assert.True(mix.Success, $"Not a colour this test can read: {value}");
        var share = double.Parse(mix.Groups["share"].ValueSpan, CultureInfo.InvariantCulture) / 100;
        var (first, second) = (Resolve(mix.Groups["first"].Value), Resolve(mix.Groups["second"].Value));
        return [.. first.Zip(second, (a, b) => (a * share) + (b * (1 - share)))];
    }

    private static double Luminance(double[] colour)
    {
        var linear = colour.Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    [GeneratedRegex("/\\*.*?\\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("(?<selector>:root[^{}]*)\\{(?<body>[^{}]*)\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("(?<name>--[a-z0-9-]+):(?<value>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("^var\\((?<name>--[a-z0-9-]+)\\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("^color-mix\\(in srgb, (?<first>.+) (?<share>[0-9]+)%, (?<second>.+)\\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mix();
}
