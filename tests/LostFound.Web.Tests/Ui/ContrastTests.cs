using System.Globalization;

namespace LostFound.Web.Tests.Ui;

public sealed class ContrastTests
{
    private const double Text = 4.5;
    private const double Control = 3.0;

    private static readonly (string Text, string Ground)[] TextPairs =
    [
        ("--ink", "--ground"), ("--ink", "--surface"), ("--ink", "--sunken"), ("--ink", "--accent-soft"),
        ("--ink-soft", "--ground"), ("--ink-soft", "--surface"), ("--ink-soft", "--sunken"), ("--ink-soft", "--accent-soft"),
        ("--accent-ink", "--ground"), ("--accent-ink", "--surface"), ("--accent-ink", "--accent-soft"),
        ("--on-accent", "--accent"), ("--on-accent", "--accent-strong"), ("--ground", "--ink"),
        ("--info", "--info-soft"), ("--success", "--success-soft"), ("--warning", "--warning-soft"), ("--error", "--error-soft"),
        ("--error", "--ground"), ("--error", "--surface"), ("--warning", "--surface"),
        ("--ink", "--info-soft"), ("--ink", "--success-soft"), ("--ink", "--warning-soft"), ("--ink", "--error-soft"),
        ("--accent-ink", "--info-soft"), ("--accent-ink", "--warning-soft"), ("--accent-ink", "--error-soft"), ("--accent-ink", "--sunken"),
    ];

    private static readonly (string Line, string Ground)[] ControlPairs =
        [("--line-strong", "--surface"), ("--line-strong", "--ground"), ("--accent-ink", "--ground"), ("--error", "--ground")];

    /// <summary>The house's own accent, and the darkest to the lightest a venue may set (4.5:1 with white): each hue at its limit.</summary>
    public static TheoryData<string> Accents => ["#0b5d57", "#000000", "#767676", "#b3321d", "#0066cc", "#8a1f6b", "#1f2a44", "#7a5c00"];

    [Theory]
    [MemberData(nameof(Accents))]
    public void Text_is_readable_on_every_ground_it_stands_on(string accent)
    {
        Assert.Empty(TooFaint(TokenSheet.Light(accent), TextPairs, Text));
        Assert.Empty(TooFaint(TokenSheet.Dark(accent), TextPairs, Text));
    }

    [Fact]
    public void The_edge_of_a_control_can_be_seen()
    {
        Assert.Empty(TooFaint(TokenSheet.Light(accent: null), ControlPairs, Control));
        Assert.Empty(TooFaint(TokenSheet.Dark(accent: null), ControlPairs, Control));
    }

    [Fact]
    public void The_test_would_see_faint_text()
        => Assert.NotEmpty(TooFaint(TokenSheet.Light("#c0c0c0"), TextPairs, Text));

    [Fact]
    public void Dark_is_the_same_dark_whether_the_device_or_the_page_asks_for_it()
    {
        var device = TokenSheet.Blocks(":root:not([data-theme=\"light\"])");
        var page = TokenSheet.Blocks(":root[data-theme=\"dark\"]");
        Assert.Equal(device.Count, page.Count);
        Assert.All(device.Zip(page), pair => Assert.Equal(Declarations(pair.First), Declarations(pair.Second)));
    }

    private static List<string> TooFaint(TokenSheet sheet, (string Text, string Ground)[] pairs, double least)
        => [.. pairs.Where(pair => sheet.Contrast(pair.Text, pair.Ground) < least).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Text} on {pair.Ground}: {sheet.Contrast(pair.Text, pair.Ground):0.00}"))];

    private static IEnumerable<string> Declarations(string body)
        => body.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("--", StringComparison.Ordinal));
}
