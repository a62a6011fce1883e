using System.Globalization;
using LostFound.Matching;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared.Ui;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Features.Matching;

/// <summary>
/// A score in the words that staff use: the library knows places and kinds by their keys, people by their names.
/// Every number stays as it is.
/// </summary>
internal static class MatchWords
{
    /// <summary>Below this a finding moved nothing; showing it would only lengthen the list.</summary>
    private const double Nothing = 0.05;

    public static IReadOnlyList<ExplanationLine> Lines(Candidate candidate, Claim claim, Item item, VenueConfig venue) =>
        [.. ContributionsJson.Read(candidate.Contributions)
            .Where(part => Math.Abs(part.Bits) >= Nothing)
            .Select(part => new ExplanationLine(Of(part, claim, item, venue), part.Bits))];

    public static string Of(Contribution part, Claim claim, Item item, VenueConfig venue)
    {
        var found = venue.Category(item.Category)?.Name ?? item.Category;
        var lost = claim.Category is { } key ? venue.Category(key)?.Name ?? key : "something";
        var place = venue.Place(item.Place)?.Name ?? item.Place;
        return (part.Comparison, part.Level) switch
        {
            ("kind", "same") => $"Same kind: {found}",
            ("kind", "named") => $"Reported as {lost}, recorded as {found}; the words name the same thing",
            ("kind", "mentioned") => $"Reported as {lost}, recorded as {found}; one is mentioned in the other’s words",
            ("kind", "related") => $"{lost} is often taken for {found}",
            ("kind", "unsorted") => $"Reported as {lost}; staff found no kind for it",
            ("kind", "differs") => $"{lost} is not {found}",
            ("kind", "unknown") => "The guest wasn’t sure what kind of thing it is",
            ("place", "same") => $"Found at {place}, where the guest thinks it was lost",
            ("place", "same-zone") => $"Found at {place}, near where the guest thinks it was lost",
            ("place", "elsewhere") => $"Found at {place}, away from where the guest thinks it was lost",
            ("words", _) when part.Detail.StartsWith('\'') => $"Both mention {part.Detail}",
            _ => Capital(part.Detail),
        };
    }

    /// <summary>The whole score as a judgement, for people who don't think in per cent.</summary>
    public static string Likelihood(double probability, double suggestThreshold) => probability switch
    {
        _ when probability >= suggestThreshold => "Very likely the same thing",
        >= 0.6 => "Likely the same thing",
        >= 0.25 => "Possibly the same thing",
        _ => "A long shot",
    };

    /// <summary>Never 0 or 100: nothing here is certain before a person says so.</summary>
    public static string Percent(double probability) =>
        Math.Clamp((int)Math.Round(probability * 100, MidpointRounding.AwayFromZero), 1, 99).ToString(CultureInfo.InvariantCulture) + " %";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
