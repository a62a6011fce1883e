using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using LostFound.Web.Configuration;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Shared;

namespace LostFound.Web.Commands.Match;

/// <summary><c>match colours FILE…</c>: the colour chips that registering would propose for each photo.</summary>
internal static class MatchColours
{
    private const int Done = 0;
    private const int SomeFailed = 1;
    private const int NotUsable = 2;

    // Names of files stay readable; nothing here goes into a web page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Photos: JPEG, PNG, WebP or AVIF.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("colours", "Print the main colours of each photo, best first, as the venue's colour keys: one JSON line a file. Exits with 0 when all could be read, 1 when some could not (the error stream says which and why; the others are done), 2 when the configuration cannot be used.")
        {
            files,
        };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string[] files, InvocationConfiguration streams)
    {
        var loaded = ConfigLoader.Load(CheckConfig.DefaultFolder());
        if (!loaded.IsGood)
        {
            streams.Error.WriteLine("The venue's colours cannot be read: the configuration needs mending.");
            foreach (var problem in loaded.Problems)
                streams.Error.WriteLine(problem);
            return NotUsable;
        }
        var palette = new ColourPalette(loaded.Config.Colours);
        // Here and not in a worker: a command that a person runs on files of theirs has nothing to protect from them.
        var processor = new VipsPhotoProcessor(_ => { });
        var failed = false;
        foreach (var file in files)
        {
            var pixels = Read(file, processor);
            if (pixels.Succeeded)
            {
                streams.Output.WriteLine(JsonSerializer.Serialize(new Line(file, DominantColours.Of([pixels.Value], palette)), Json));
            }
            else
            {
                streams.Error.WriteLine($"{file}: {pixels.Refusal.Message}");
                failed = true;
            }
        }
        return failed ? SomeFailed : Done;
    }

    private static Outcome<PhotoPixels> Read(string file, VipsPhotoProcessor processor)
    {
        try
        {
            return processor.ReadPixels(File.ReadAllBytes(file), DominantColours.Side);
        }
        catch (Exception unread) when (unread is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Refusal(RefusalKind.NotFound, "There is no such file.");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return new Refusal(RefusalKind.Unavailable, $"This file cannot be read: {unread.Message}");
        }
    }

    private sealed record Line(string File, IReadOnlyList<string> Colours);
}
