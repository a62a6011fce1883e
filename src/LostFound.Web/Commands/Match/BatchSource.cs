using System.CommandLine;
using System.Text.Json;
using LostFound.Matching;
using LostFound.Matching.Lexicon;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Matching;

namespace LostFound.Web.Commands.Match;

/// <summary>The options that name the files, the same for ranking and for fitting.</summary>
internal sealed class BatchOptions(bool required)
{
    public Option<string?> Items { get; } = new("--items") { Description = "Found items: id, category, colours[], brand, description, privateNotes, place, foundAt (local time); photoColours[] if any.", Required = required };
    public Option<string?> Claims { get; } = new("--claims") { Description = "Claims: id, language, category, colours[], brand, description, privateMarks, places[], lostFrom, lostTo.", Required = required };
    public Option<string?> Places { get; } = new("--places") { Description = "A list of { place, zone }. Without it: the venue's places when --config is given, else no two places lie in one zone." };
    public Option<string?> Pairs { get; } = new("--pairs") { Description = "The truth, claim and item with a tab between; the ranks are measured against it." };
    public Option<string?> Config { get; } = new("--config") { Description = "A kiosk-config folder whose matching.json and vocabulary to use. Without it: the built-in ones." };
}

/// <summary>Everything the files say, and the model to use on it.</summary>
/// <param name="Truth">Claim id → item id; null without a file of pairs.</param>
/// <param name="Venue">Null for the built-in model.</param>
internal sealed record BatchSource(
    List<FoundItem> Items,
    List<LossClaim> Claims,
    PlaceMap Places,
    Dictionary<string, string>? Truth,
    MatchingModel Model,
    Vocabulary Vocabulary,
    VenueConfig? Venue,
    LineNotes Notes)
{
    /// <summary>Null when something cannot be used at all, which is told.</summary>
    public static BatchSource? Read(ParseResult parsed, BatchOptions options, Progress progress, TextWriter error)
    {
        VenueConfig? venue = null;
        if (parsed.GetValue(options.Config) is { } folder && (venue = LoadOrExplain(folder, error)) is null)
            return null;
        var notes = new LineNotes(error);
        var input = new BatchInput(notes, progress, venue?.Categories.Select(category => category.Key).ToHashSet(StringComparer.Ordinal) ?? KnownCategories.Keys);
        var places = venue is null ? new PlaceMap([]) : VenueModel.PlacesOf(venue);
        if (parsed.GetValue(options.Places) is { } map)
        {
            if (ReadPlaces(map, notes, error) is not { } read)
                return null;
            places = read;
        }
        var items = Read(parsed.GetValue(options.Items)!, input.Items);
        var claims = Read(parsed.GetValue(options.Claims)!, input.Claims);
        var truth = parsed.GetValue(options.Pairs) is { } pairs
            ? Read(pairs, (lines, file) => BatchFiles.Pairs(lines, file, claims, items, notes))
            : null;
        return new BatchSource(items, claims, places, truth, venue is null ? MatchingModel.Default : VenueModel.Of(venue),
            venue is null ? Vocabulary.Default : VenueModel.VocabularyOf(venue), venue, notes);
    }

    public static VenueConfig? LoadOrExplain(string folder, TextWriter error)
    {
        var loaded = ConfigLoader.Load(folder);
        foreach (var problem in loaded.Problems)
            error.WriteLine(problem);
        return loaded.IsGood ? loaded.Config : null;
    }

    private static T Read<T>(string path, Func<TextReader, string, T> read)
    {
        using var lines = new StreamReader(path);
        return read(lines, Path.GetFileName(path));
    }

    private static PlaceMap? ReadPlaces(string path, LineNotes notes, TextWriter error)
    {
        var file = Path.GetFileName(path);
        try
        {
            return BatchFiles.Places(File.ReadAllText(path), file, notes);
        }
        catch (JsonException problem)
        {
            error.WriteLine(FormattableString.Invariant($"{file}:{(problem.LineNumber ?? 0) + 1}: This is not a list of places. {problem.Message}"));
            return null;
        }
    }
}
