using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Desk;

/// <summary>Reads one claim with its candidates, for deciding. Contact details are not part of that.</summary>
public sealed class ReadClaimAtDesk(ReadTalk talk)
{
    /// <summary>Null when there is no such claim.</summary>
    public async Task<ClaimAtDesk?> HandleAsync(LostFoundDb db, VenueConfig venue, Guid claimId, Guid? candidateId)
    {
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId) is not { } claim)
            return null;
        var pairs = await PairsAsync(db, claim);
        var chosen = pairs.Find(pair => pair.Candidate.Id == candidateId) ?? pairs.FirstOrDefault();
        var questions = await db.ProofQuestions.Where(q => q.ClaimId == claimId).OrderBy(q => q.AskedAt)
            .Select(q => new QuestionAtDesk(q.Question, q.AskedAt, q.Answer, q.AnsweredAt)).ToListAsync();
        var category = claim.Category is { } key ? venue.Category(key) : null;
        return new ClaimAtDesk
        {
            Id = claim.Id,
            Reference = claim.Reference,
            Status = claim.Status,
            MayBeMatched = claim.MayBeMatched,
            Category = category,
            Colours = Colours(claim.Colours, venue),
            Brand = claim.Brand,
            Description = claim.Description,
            PrivateMarks = claim.PrivateMarks,
            Places = [.. claim.Places.Select(place => venue.Place(place)?.Name ?? place)],
            LostFrom = claim.LostFrom,
            LostTo = claim.LostTo,
            FiledAt = claim.FiledAt,
            NextWordBy = claim.NextWordBy,
            Questions = questions,
            Proof = await ProofAtDesk.ReadAsync(db, venue, claim),
            Talk = await talk.ForDeskAsync(db, claim),
            UsualQuestions = [.. Usual(category, chosen?.Item, venue).Except(questions.Select(q => q.Question), StringComparer.Ordinal)],
            Tabs = [.. pairs.Select(pair => Tab(pair, venue))],
            Chosen = chosen is null ? null : await CandidateAsync(db, venue, claim, chosen),
            News = await NewsAsync(db, venue, claim, chosen?.Candidate, candidateId),
        };
    }

    /// <summary>What can be decided on; once one is confirmed, only that.</summary>
    private static async Task<List<Pair>> PairsAsync(LostFoundDb db, Claim claim)
    {
        var candidates = claim.MayBeMatched
            ? await db.WaitingCandidates().Where(k => k.ClaimId == claim.Id).ToListAsync()
            : await db.Candidates.Where(k => k.ClaimId == claim.Id && k.Status == CandidateStatus.Confirmed).ToListAsync();
        var ids = candidates.ConvertAll(k => k.ItemId);
        var items = await db.Items.Include(i => i.Photos).Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id);
        return [.. candidates.OrderByDescending(k => k.Probability).ThenBy(k => k.Id).Select(k => new Pair(k, items[k.ItemId]))];
    }

    private static async Task<CandidateAtDesk> CandidateAsync(LostFoundDb db, VenueConfig venue, Claim claim, Pair pair)
    {
        var (candidate, item) = pair;
        var reasons = ContributionsJson.Read(candidate.Contributions);
        return new CandidateAtDesk
        {
            Id = candidate.Id,
            Version = candidate.Version,
            Status = candidate.Status,
            Probability = candidate.Probability,
            Likelihood = MatchWords.Likelihood(candidate.Probability, venue.Matching.SuggestThreshold),
            PriorBits = candidate.Bits - reasons.Sum(part => part.Bits),
            Bits = candidate.Bits,
            Reasons = MatchWords.Lines(candidate, claim, item, venue),
            DecidedBy = await StaffNameAsync(db, candidate.DecidedBy),
            DecidedAt = candidate.DecidedAt,
            OtherClaims = await db.WaitingCandidates().CountAsync(k => k.ItemId == item.Id && k.ClaimId != claim.Id),
            ItemId = item.Id,
            Tag = item.Tag,
            Category = venue.Category(item.Category),
            CategoryName = venue.Category(item.Category)?.Name ?? item.Category,
            Colours = Colours(item.Colours, venue),
            Brand = item.Brand,
            Description = item.Description,
            PrivateNotes = item.PrivateNotes,
            Contents = ItemWords.Contents(item.Contents, venue),
            Place = venue.Place(item.Place)?.Name ?? item.Place,
            FoundAt = item.FoundAt,
            Bin = Bin(item, venue),
            PhotoHashes = [.. item.Photos.OrderBy(p => p.Ordinal).Select(p => p.Hash)],
        };
    }

    /// <summary>Somebody else may have decided while this person looked: that is said, not left to be guessed.</summary>
    private static async Task<string?> NewsAsync(LostFoundDb db, VenueConfig venue, Claim claim, Candidate? chosen, Guid? askedFor)
    {
        switch (claim.Status)
        {
            case ClaimStatus.Withdrawn:
                return "The guest withdrew this claim. There is nothing left to decide.";
            case ClaimStatus.Collected:
                return "This claim is closed: the guest has what was lost.";
            case ClaimStatus.Sent:
                return "This claim is closed: what was lost was sent to the guest.";
            case ClaimStatus.NotFound when !claim.IsOnFile:
                return "This claim’s time on file is over. Nothing is compared with it any more.";
            case ClaimStatus.Looking or ClaimStatus.Asking or ClaimStatus.ReadyToCollect or ClaimStatus.NotFound:
                break;
        }
        if (askedFor is null || askedFor == chosen?.Id || claim.Status == ClaimStatus.ReadyToCollect)
            return null;
        var gone = await db.Candidates.SingleOrDefaultAsync(k => k.Id == askedFor && k.ClaimId == claim.Id);
        if (gone is null)
            return "The item you looked at no longer fits this claim: one of the two was edited.";
        if (gone.Status != CandidateStatus.Rejected)
            return "The item you looked at is being kept for another guest now.";
        var when = gone.DecidedAt is { } at ? venue.LocalTime(at).ToString(" 'at' HH:mm", CultureInfo.InvariantCulture) : "";
        return $"{await StaffNameAsync(db, gone.DecidedBy)} decided{when} that the item you looked at is not theirs.";
    }

    private static async Task<string?> StaffNameAsync(LostFoundDb db, Guid? id) => id is null ? null
        : await db.Staff.Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync() ?? "A colleague";

    private static CandidateTab Tab(Pair pair, VenueConfig venue)
    {
        var category = venue.Category(pair.Item.Category);
        return new CandidateTab(
            pair.Candidate.Id, $"{category?.Name ?? pair.Item.Category} {pair.Item.Brand}".Trim(), category,
            pair.Item.Photos.MinBy(p => p.Ordinal)?.Hash, pair.Candidate.Probability);
    }

    private static IReadOnlyList<string> Usual(Category? claimed, Item? item, VenueConfig venue) =>
        (claimed ?? (item is null ? null : venue.Category(item.Category))) is { } category ? venue.ProofQuestionsFor(category) : [];

    private static IReadOnlyList<Colour> Colours(string[] keys, VenueConfig venue) => [.. keys.Select(venue.Colour).OfType<Colour>()];

    private static string Bin(Item item, VenueConfig venue)
    {
        var desk = venue.Desk(item.Desk)?.Name ?? item.Desk;
        return item.Bin is { } code ? $"{venue.Bin(code)?.Name ?? code}, {desk}" : desk;
    }

    private sealed record Pair(Candidate Candidate, Item Item);
}
