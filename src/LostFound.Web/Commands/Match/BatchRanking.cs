using LostFound.Matching;
using LostFound.Matching.Evaluation;

namespace LostFound.Web.Commands.Match;

/// <summary>Ranks claims over all cores, and hands them on in their order.</summary>
internal sealed class BatchRanking
{
    private readonly BatchSource source;
    private readonly int top;
    private readonly Progress progress;
    private readonly Matcher matcher;
    private readonly List<JudgedClaim> judged = [];

    public BatchRanking(BatchSource source, int top, Progress progress)
    {
        (this.source, this.top, this.progress) = (source, top, progress);
        matcher = new Matcher(source.Model, source.Places, source.Vocabulary);
        progress.Begin("items indexed", source.Items.Count);
        matcher.Load(source.Items.Select((item, at) =>
        {
            progress.Report(at + 1);
            return item;
        }));
    }

    public void Write(TextWriter file, IReadOnlyList<LossClaim> claims)
    {
        progress.Begin("claims ranked", claims.Count);
        var ranked = claims.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(claim => (claim, candidates: matcher.CandidatesFor(claim, top)));
        foreach (var (at, (claim, candidates)) in ranked.Index())
        {
            file.WriteLine(RanksFile.Line(claim.Id, candidates));
            if (source.Truth is { } truth)
                judged.Add(new JudgedClaim(claim.Id, claim.Language, truth.GetValueOrDefault(claim.Id), [.. candidates.Select(pair => new RankedItem(pair.ItemId, pair.Score.Probability))]));
            progress.Report(at + 1);
        }
    }

    /// <summary>What was ranked beside the truth.</summary>
    public IReadOnlyList<JudgedClaim> Judged()
    {
        if (judged.Count == 0)
            Write(TextWriter.Null, source.Claims);
        return judged;
    }

    /// <summary>False when there is no such claim, which is told.</summary>
    public bool Explain(string claimId, TextWriter output, TextWriter error)
    {
        if (source.Claims.Find(claim => claim.Id == claimId) is not { } claim)
        {
            error.WriteLine($"There is no claim {claimId} among those read.");
            return false;
        }
        var items = source.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        ExplainText.Write(output, claim, matcher.CandidatesFor(claim, top), items.GetValueOrDefault);
        return true;
    }
}
