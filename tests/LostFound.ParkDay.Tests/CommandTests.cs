using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using LostFound.ParkDay.Report;
using Xunit;

namespace LostFound.ParkDay.Tests;

/// <summary>The command line and the files it writes.</summary>
public sealed class CommandTests(PlayedOnce once) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-parkday-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_figures_have_the_names_that_scripts_read()
    {
        using var figures = JsonDocument.Parse(JsonReport.Of(once.Played));

        Assert.Equal(["seed", "paper", "lostfound"], Names(figures.RootElement));
        Assert.Equal(
            ["standingMinutesP50", "standingMinutesP95", "standingMinutesMax", "visitsPerGuest", "promisesKept"],
            Names(figures.RootElement.GetProperty("paper")));
        Assert.Equal(
            [
                "standingMinutesP50", "standingMinutesP95", "standingMinutesMax", "visitsPerGuest", "calledByToldTime", "calledByToldTimeWorstHour",
                "medianErrorMinutes", "medianErrorRatio", "mseRatioToBestBaseline", "promisesKept",
                "promisesSettled", "claimMinutes", "claimMinutesWithoutPromise",
            ],
            Names(figures.RootElement.GetProperty("lostfound")));
        Assert.Equal(PlayedOnce.Seed, figures.RootElement.GetProperty("seed").GetInt32());
        Assert.Equal(once.Played.Paper.StandingP95, figures.RootElement.GetProperty("paper").GetProperty("standingMinutesP95").GetDouble());
    }

    [Fact]
    public void The_plot_is_a_labelled_picture()
    {
        var svg = XDocument.Parse(DayPlot.Of(once.Played.Days[0])).Root!;
        var words = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();

        Assert.Contains("People in line", words);
        Assert.Contains("Minutes stood, one dot a visit, at the time of coming", words);
        Assert.Contains("Counters open, at either desk", words);
        Assert.Contains("20:00", words);
        Assert.Equal(
            once.Played.Days[0].Paper.Stood.Count(s => Axes.Shows(s.From)),
            svg.Descendants().Count(e => (string?)e.Attribute("class") == "paperdot"));
    }

    [Theory]
    [InlineData("--seed takes a number from 0 to 1000000000.", "--seed", "-1")]
    [InlineData("--seed takes a number from 0 to 1000000000.", "--seed", "2147483647")]
    [InlineData("--days takes a number from 1 to 1000.", "--days", "0")]
    [InlineData("--days takes a number from 1 to 1000.", "--days", "1001")]
    [InlineData("--counters takes a number from 1 up.", "--counters", "0")]
    [InlineData("'many'", "--days", "many")]
    [InlineData("'--fast'", "--fast")]
    [InlineData("--against needs --enrol and --pin", "--against", "http://localhost:5080")]
    [InlineData("--against takes an address such as", "--against", "localhost", "--enrol", "http://localhost/enrol/K7QM2XPD9R", "--pin", "204081")]
    public async Task A_wrong_command_line_is_refused_in_words(string says, params string[] line)
    {
        var (code, output, errors) = await RunAsync(line);

        Assert.Equal(1, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("minutes standing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_before_the_day_is_played()
    {
        var nowhere = Path.Combine(folder, "not-there", "figures.json");

        var (code, output, errors) = await RunAsync("--json", nowhere);

        Assert.Equal(2, code);
        Assert.Contains($"{nowhere} cannot be written", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("minutes standing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(["--seed", "--days", "--counters", "--plot", "--json"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so()
    {
        // Port 9 is set aside for discarding; nothing of ours can listen there.
        var (code, _, errors) = await RunAsync("--against", "http://127.0.0.1:9", "--enrol", "http://127.0.0.1:9/enrol/K7QM2XPD9R", "--pin", "204081");

        Assert.Equal(4, code);
        Assert.Contains("127.0.0.1:9", errors, StringComparison.Ordinal);
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] line)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ParkDayCommand.Create().Parse(line).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
