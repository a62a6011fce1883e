using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Matching;

/// <summary>Staff decided that the item is not this guest's. No later comparison brings the pair back.</summary>
public sealed class RejectMatch(Decisions decisions, ConflictWords conflicts)
{
    public async Task<Outcome<Guid>> HandleAsync(Decision decision, string reason, Actor by, CancellationToken cancellation)
    {
        var why = reason.Trim();
        if (why.Length > DecisionLimits.Reason)
            return new Refusal(RefusalKind.Invalid, $"The reason has {why.Length} characters; up to {DecisionLimits.Reason} fit. Shorten it and send it again.", "reason");
        return await decisions.DecideAsync("reject-match", decision, new { decision, why }, by, async pair =>
        {
            if (!pair.Candidate.MayBeDecided)
                return await conflicts.SeenTooLateAsync(pair);
            pair.Decide(CandidateStatus.Rejected, why);
            return null;
        }, cancellation);
    }
}
