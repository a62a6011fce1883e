using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LostFound.Matching.Fitting;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Matching;

namespace LostFound.Web.Commands.Match;

/// <summary>The matching.json with fitted weights: all of them, so that a later version of the program scores the same with it.</summary>
internal static class FittedFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static MatchingFile Of(FitInput input, FittingTrial trial, DateOnly today, Func<string, bool> isTaken)
    {
        var weighed = VenueModel.Whole(input.Basis, trial.Model);
        return weighed with
        {
            Schema = "./" + FileNames.SchemaOf(FileNames.Matching),
            ModelVersion = NextVersion(input.Basis.ModelVersion, today, isTaken),
            Fitted = new FittedFrom(today, input.Basis.ModelVersion, trial.FittedTo, trial.Before.Count, input.Decisions.Matched, input.Decisions.RuledOut),
        };
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public static void Write(string path, MatchingFile file) =>
        RanksFile.Write(path, TextWriter.Null, target => target.WriteLine(JsonSerializer.Serialize(file, Options)));

    /// <summary>Puts the file in the place of the venue's, and keeps that beside it.</summary>
    /// <returns>The name under which the old one is kept.</returns>
    public static string Replace(string folder, MatchingFile file, string oldVersion)
    {
        var path = Path.Combine(folder, FileNames.Matching);
        var kept = Enumerable.Range(1, int.MaxValue).Select(n => KeptName(n == 1 ? oldVersion : string.Create(CultureInfo.InvariantCulture, $"{oldVersion}.copy{n}")))
            .First(name => !File.Exists(Path.Combine(folder, name)));
        File.Copy(path, Path.Combine(folder, kept));
        Write(path, file);
        return kept;
    }

    public static string KeptName(string version) => $"matching.{version}.json";

    /// <summary>The day and a number: names that were used before would make two different scores look alike.</summary>
    private static string NextVersion(string current, DateOnly today, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd}.{number}"))
            .First(version => version != current && !isTaken(version));
}
