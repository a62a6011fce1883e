using LostFound.Matching.Evaluation;

namespace LostFound.Matching.Fitting;

/// <summary>
/// Every claim ranked by weights that were fitted without it: the claims are cut into folds, and each fold is
/// ranked with weights fitted to the others. The rankings are pooled and measured once.
/// </summary>
public sealed class CrossValidation
{
    private readonly DecisionSet _decisions;
    private readonly MatchingModel _start;
    private readonly WeightFitter _fitter;
    private readonly int _folds;
    private readonly Dictionary<string, int> _foldOf;

    /// <summary>Prepares the pairs and the folds.</summary>
    /// <param name="decisions">What is known.</param>
    /// <param name="start">The model that fitted weights are pulled to.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="options">How to fit.</param>
    public CrossValidation(DecisionSet decisions, MatchingModel start, int folds, FittingOptions options)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        (_decisions, _start, _folds) = (decisions, start, folds);
        _fitter = new WeightFitter(decisions, start, options);
        _foldOf = Folds.Of(decisions.Claims, folds, options.Seed);
    }

    /// <summary>The pooled rankings, in the claims' order.</summary>
    public IReadOnlyList<JudgedClaim> Run() => Run(_start, _ => true);

    /// <summary>
    /// The pooled rankings with weights pulled to 0 instead of to the model at the start: what these data say by
    /// themselves. The figure to believe when that model was fitted to the same claims.
    /// </summary>
    public IReadOnlyList<JudgedClaim> RunFromNothing() =>
        Run(WeightName.Put(_start, WeightName.AllOf(_start).Select(name => (name, 0.0))), _ => true);

    /// <summary>The pooled rankings without a part of the evidence, weights fitted anew to what is left.</summary>
    /// <param name="ablation">What to leave out.</param>
    public IReadOnlyList<JudgedClaim> RunWithout(Ablation ablation)
    {
        ArgumentNullException.ThrowIfNull(ablation);
        return Run(ablation.Apply(_start), name => !ablation.Silences(name));
    }

    private List<JudgedClaim> Run(MatchingModel start, Func<WeightName, bool> mayMove)
    {
        var judged = new Dictionary<string, JudgedClaim>(StringComparer.Ordinal);
        for (var fold = 0; fold < _folds; fold++)
        {
            var model = _fitter.Fit(_decisions.Claims.Where(claim => _foldOf[claim.Claim.Id] != fold), start, mayMove);
            foreach (var claim in Judge.Rank(model, _decisions, [.. _decisions.Claims.Where(claim => _foldOf[claim.Claim.Id] == fold)]))
                judged[claim.ClaimId] = claim;
        }
        return [.. _decisions.Claims.Select(claim => judged[claim.Claim.Id])];
    }
}
