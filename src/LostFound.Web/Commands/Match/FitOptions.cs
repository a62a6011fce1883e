using System.CommandLine;
using LostFound.Matching.Fitting;

namespace LostFound.Web.Commands.Match;

/// <summary>What <c>match fit</c> can be told beside its files.</summary>
internal sealed class FitOptions
{
    private static readonly FittingOptions Usual = new();

    public FitOptions()
    {
        Folds.Holds(folds => folds is 0 or (>= 2 and <= 50), "--folds must be from 2 to 50.");
        Pull.Holds(pull => pull is > 0 and < 1e9, "--pull must be above 0.");
    }

    public Option<string?> Data { get; } = new("--data") { Description = "A data folder: fit to what staff decided there." };
    public Option<string?> Out { get; } = new("--out") { Description = "Where to write the new matching.json, when it is better." };
    public Option<bool> Write { get; } = new("--write") { Description = "Put it in the place of the venue's matching.json, and keep the old one beside it under its version." };
    public Option<int> Folds { get; } = new("--folds") { Description = "Print cross-validated figures over so many folds; without --out or --write, nothing else is done." };
    public Option<bool> Ablations { get; } = new("--ablations") { Description = "With --folds: also print what each part of the evidence is worth." };
    public Option<double> Pull { get; } = new("--pull") { Description = "How strongly a weight is held where it was.", DefaultValueFactory = _ => Usual.Pull };
    public Option<int> Seed { get; } = new("--seed") { Description = "Of the draws: same seed, same result.", DefaultValueFactory = _ => Usual.Seed };

    public FittingOptions Read(ParseResult parsed) => Usual with { Pull = parsed.GetValue(Pull), Seed = parsed.GetValue(Seed) };
}
