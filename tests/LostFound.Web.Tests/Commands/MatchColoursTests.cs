using System.CommandLine;
using System.Text.Json;
using LostFound.Web.Commands.Match;
using LostFound.Web.Tests.Photos;

namespace LostFound.Web.Tests.Commands;

public sealed class MatchColoursTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-colours-").FullName;

    [Fact]
    public void Each_photo_is_one_json_line_with_its_name_as_given_and_its_colours_best_first()
    {
        var red = Write("rouge – 1.png", new Pixel(200, 30, 35));
        var navy = Write("bag.png", new Pixel(24, 38, 80));

        var (code, output, error) = Run(red, navy);

        Assert.Equal((0, ""), (code, error));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([red, navy], lines.Select(line => line.GetProperty("file").GetString()));
        Assert.Equal(["red", "navy"], lines.Select(line => line.GetProperty("colours")[0].GetString()));
        Assert.Contains($"{{\"file\":\"{red}\",\"colours\":[\"red\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_one_that_is_no_picture_are_named_with_exit_code_1_and_the_others_are_done()
    {
        var missing = Path.Combine(folder, "missing.jpg");
        var words = Path.Combine(folder, "words.jpg");
        File.WriteAllText(words, "This is no picture at all");
        var broken = Path.Combine(folder, "broken.jpg");
        File.WriteAllBytes(broken, TestPictures.Jpeg(64, 64)[..200]);
        var good = Write("good.png", new Pixel(200, 30, 35));

        var (code, output, error) = Run(missing, words, folder, broken, good);

        Assert.Equal(1, code);
        Assert.Contains("good.png", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Collection(
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith($"{missing}: There is no such file", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{words}: This file is not a photo", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{folder}: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{broken}: This photo is damaged", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_file_it_says_what_it_needs()
    {
        var (code, _, error) = Run();

        Assert.NotEqual(0, code);
        Assert.NotEmpty(error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, Pixel thing)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, TestPictures.Png(120, 90, (x, y) => x is > 35 and < 85 && y is > 20 and < 70 ? thing : new Pixel(235, 235, 232)));
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = new RootCommand { MatchCommands.Create() }.Parse(["match", "colours", .. files])
            .Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
