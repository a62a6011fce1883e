using System.Text;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Tests.Configuration;

public class ConfigReaderTests
{
    [Theory]
    [InlineData("", 1, 1, "The file is empty.")]
    [InlineData("  \n ", 1, 1, "The file is empty.")]
    [InlineData("{\n  \"a\": 1", 2, 8, "The file ends too early")]
    [InlineData("{\n  \"a\": \"b", 2, 9, "The file ends too early")]
    [InlineData("{\n  \"a\": [1, 2,]\n}", 2, 13, "There is a comma after the last entry.")]
    [InlineData("{\n  \"a\": 1,\n}", 2, 9, "There is a comma after the last entry.")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "A comma is missing before this.")]
    [InlineData("{\n  \"a\": true\n  \"b\": 2\n}", 3, 3, "A comma is missing before this.")]
    [InlineData("[\n {}\n {}\n]", 3, 2, "A comma is missing before this.")]
    [InlineData("{ \"a\": 'b' }", 1, 8, "Texts stand in double quotes")]
    [InlineData("{ \"a\": \"b\n\" }", 1, 10, "A text must end in the line in which it began")]
    [InlineData("{ \"a\": \"b\tc\" }", 1, 10, "A text must not hold a tab.")]
    [InlineData("{ a: 1 }", 1, 3, "'a' cannot stand here.")]
    [InlineData("{ \"a\": ü }", 1, 8, "'ü' cannot stand here.")]
    [InlineData("{ \"a\": }", 1, 8, "This bracket closes nothing, or something before it is unfinished.")]
    [InlineData("{ \"a\": 1 } }", 1, 12, "This bracket closes nothing")]
    [InlineData("{ \"a\": 1 ]", 1, 10, "This bracket closes nothing")]
    [InlineData("{ \"a\": \"\\ud800\" }", 1, 8, "This text holds a broken \\u escape.")]
    public void A_slip_is_named_with_its_place(string json, int line, int column, string message)
    {
        var problems = new List<ConfigProblem>();

        Assert.Null(ConfigReader.Read("x.json", Encoding.UTF8.GetBytes(json), problems));

        var problem = Assert.Single(problems);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_file_in_another_encoding_is_told_so()
    {
        var problems = new List<ConfigProblem>();

        Assert.Null(ConfigReader.Read("x.json", Encoding.Latin1.GetBytes("{\n  \"a\": \"Fundbüro\"\n}"), problems));

        Assert.Equal("x.json:2:14: This file is not saved as UTF-8. Save it again with that encoding.", Assert.Single(problems).ToString());
    }

    [Fact]
    public void Comments_are_allowed_and_do_not_shift_the_lines()
    {
        var problems = new List<ConfigProblem>();

        var root = ConfigReader.Read("x.json", "// one\n{ /* two\n*/ \"a\": [ 1, // three\n 2 ] }\n// four"u8.ToArray(), problems)!;

        Assert.Empty(problems);
        Assert.Equal(new TextPosition(4, 2), ConfigPath.Find(root, "a[1]"));
        Assert.Equal(new TextPosition(3, 9), ConfigPath.Find(root, "a[7].gone"));
    }

    [Fact]
    public void Whatever_is_typed_over_a_file_it_is_read_or_explained_and_never_throws()
    {
        var good = File.ReadAllBytes(Path.Combine(VenueFolder.Shipped, "venue.json"));
        var random = new Random(20260711);
        const string slips = "{}[]\",:'\\/\n\t 0-eEtfnu\u00fc\0";
        for (var round = 0; round < 3000; round++)
        {
            var bad = good.ToArray();
            for (var slip = random.Next(1, 4); slip > 0; slip--)
                bad[random.Next(bad.Length)] = (byte)slips[random.Next(slips.Length)];
            bad = bad[..random.Next(bad.Length / 2, bad.Length + 1)];
            var problems = new List<ConfigProblem>();

            var root = ConfigReader.Read("venue.json", bad, problems);

            Assert.Equal(root is null, problems.Count > 0);
            Assert.All(problems, problem => Assert.InRange(problem.Line, 1, bad.Count(b => b == (byte)'\n') + 1));
        }
    }

    [Theory]
    [InlineData("acent", "accent")]
    [InlineData("Accent", "accent")]
    [InlineData("anme", "name")]
    [InlineData("opening-hours", "openingHours")]
    [InlineData("zebra", null)]
    public void A_near_word_is_offered_and_a_far_one_is_not(string typed, string? meant) =>
        Assert.Equal(meant, DidYouMean.Nearest(typed, ["accent", "name", "openingHours", "desks"]));
}
