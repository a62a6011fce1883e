using LostFound.Matching;
using LostFound.Matching.Fitting;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Commands.Match;

/// <summary>What to fit to, and the weights in use so far.</summary>
/// <param name="Basis">The matching.json whose other settings the new one keeps.</param>
/// <param name="ConfigFolder">Null when no venue is concerned.</param>
internal sealed record FitInput(DecisionSet Decisions, MatchingModel Start, MatchingFile Basis, string? ConfigFolder)
{
    // What the shipped matching.json says of the two settings that the model itself does not have.
    private const double UsualShowThreshold = 0.02;
    private const int UsualMaxCandidates = 10;

    /// <summary>From files: every pair is known, since whoever made them knew whose each thing is.</summary>
    public static FitInput Of(BatchSource source, string? configFolder)
    {
        var claims = source.Claims.ConvertAll(claim => new DecidedClaim(claim, source.Truth!.GetValueOrDefault(claim.Id)));
        var model = source.Model;
        return new FitInput(
            new DecisionSet(source.Items, claims, source.Places) { Vocabulary = source.Vocabulary },
            model,
            source.Venue?.Matching ?? new MatchingFile(
                model.Version, model.ExpectedMatchShare, model.SuggestProbability, UsualShowThreshold, UsualMaxCandidates, (int)model.EarlyToleranceMinutes),
            configFolder);
    }

    /// <summary>
    /// From what staff decided: a confirmed or handed-over pair is true, and then every other item is not that
    /// guest's; of a claim without one, only the rejected items are known not to be.
    /// </summary>
    public static async Task<FitInput> OfVenueAsync(Store store, VenueConfig venue, string configFolder)
    {
        var (items, claims, decided) = await store.ReadAsync(async db => (
            await db.Items.AsNoTracking().ToListAsync(),
            await db.Claims.AsNoTracking().ToListAsync(),
            await db.Candidates.AsNoTracking().Where(k => k.Status == CandidateStatus.Confirmed || k.Status == CandidateStatus.Rejected).ToListAsync()));
        var own = decided.Where(k => k.Status == CandidateStatus.Confirmed).ToDictionary(k => k.ClaimId, k => k.ItemId);
        foreach (var item in items.Where(item => item is { Status: ItemStatus.HandedOver, ClaimId: not null }))
            own[item.ClaimId!.Value] = item.Id;
        var rejected = decided.Where(k => k.Status == CandidateStatus.Rejected).ToLookup(k => k.ClaimId, k => MatchInput.Key(k.ItemId));
        var known =
            from claim in claims
            let isMatched = own.ContainsKey(claim.Id)
            where isMatched || rejected.Contains(claim.Id)
            orderby claim.Id
            select isMatched
                ? new DecidedClaim(claim.ForMatching(), MatchInput.Key(own[claim.Id]))
                : new DecidedClaim(claim.ForMatching(), ItemId: null, [.. rejected[claim.Id].Order(StringComparer.Ordinal)]);
        return new FitInput(
            new DecisionSet([.. items.OrderBy(item => item.Id).Select(item => item.ForMatching())], [.. known], VenueModel.PlacesOf(venue)) { Vocabulary = VenueModel.VocabularyOf(venue) },
            VenueModel.Of(venue), venue.Matching, configFolder);
    }
}
