using System.CommandLine;
using LostFound.Web.Commands;

namespace LostFound.Web.Tests.Configuration;

public sealed class CheckConfigTests
{
    [Fact]
    public void A_good_folder_is_counted_and_exits_with_0()
    {
        var (code, output) = Run(VenueFolder.Shipped);

        Assert.Equal(0, code);
        Assert.Equal("kiosk-config is fine: 34 places in 7 zones, 55 categories, 20 colours, 2 desks, 16 bins.", output.Trim());
    }

    [Fact]
    public void A_missing_translation_is_noted_and_no_mistake()
    {
        using var venue = new VenueFolder();
        venue.Replace("bins.json", "\"Bags, left\"", "\"Bags, far left\"");
        venue.Replace("places.json", "{ \"key\": \"monorail\", \"name\"", "{ \"key\": \"second-monorail\", \"name\": \"Second Monorail\" }, { \"key\": \"monorail\", \"name\"");

        var (code, output) = Run(venue.Path);

        Assert.Equal(0, code);
        Assert.Contains("Note: guests who read fr see 1 of places.json as written: no translation.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_problem_is_one_line_and_exits_with_1()
    {
        using var venue = new VenueFolder();
        var accent = venue.Replace("venue.json", "\"#0b6e6e\"", "\"#ffee00\"");
        var desk = venue.Replace("bins.json", "\"desk\": \"main\"", "\"desk\": \"mian\"");

        var (code, output) = Run(venue.Path);

        Assert.Equal(1, code);
        var lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith(FormattableString.Invariant($"bins.json:{desk}:51: There is no desk 'mian'"), lines[0], StringComparison.Ordinal);
        Assert.StartsWith(FormattableString.Invariant($"venue.json:{accent}:13: White text on #ffee00"), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_exits_with_1()
    {
        var (code, output) = Run(Path.Combine(Path.GetTempPath(), "no-such-lostfound-folder"));

        Assert.Equal(1, code);
        Assert.Contains("There is no folder", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_says_what_it_does_and_how_it_exits()
    {
        var (code, output) = Run("--help");

        Assert.Equal(0, code);
        Assert.Contains("check-config [<FOLDER>]", output, StringComparison.Ordinal);
        Assert.Contains("exits with 1", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static (int Code, string Output) Run(params string[] args)
    {
        var root = new RootCommand { CheckConfig.Create() };
        using var output = new StringWriter();
        var code = root.Parse(["check-config", .. args]).Invoke(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
