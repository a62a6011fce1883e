using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Messages;

/// <summary>
/// Where a claim stands with its proof questions. Questions asked before the answers are in belong to one round; after
/// so many rounds the guessing ends, and only the desk goes on.
/// </summary>
/// <param name="questions">All of one claim.</param>
/// <param name="maxRounds">From proof-questions.json.</param>
public sealed class ProofState(IReadOnlyCollection<ProofQuestion> questions, int maxRounds)
{
    public int Round => questions.Count == 0 ? 0 : questions.Max(q => q.Round);

    public int MaxRounds => maxRounds;

    private bool IsAnswered => questions.All(q => q.Answer is not null);

    /// <summary>The round that a question asked now would belong to; null when none is left.</summary>
    public int? NextRound => Math.Max(1, IsAnswered ? Round + 1 : Round) is var next && next <= maxRounds ? next : null;

    /// <summary>The last round is answered and judged, and not every answer of it fits.</summary>
    public bool IsUnsettled => Round >= maxRounds && IsAnswered
        && questions.Where(q => q.Round == Round).ToList() is var last && last.TrueForAll(q => q.Judgement is not null) && last.Exists(q => q.Judgement != AnswerJudgement.Fits);

    public string Left => (Round, NextRound) switch
    {
        (0, _) => $"You can ask in {maxRounds} rounds; ask what matters at once.",
        (_, null) => "",
        (var round, var next) when next == round => "More questions join the round that is open.",
        (_, var next) when next == maxRounds => "This is the last round in writing.",
        (_, var next) => $"Round {next} of {maxRounds}.",
    };
}
