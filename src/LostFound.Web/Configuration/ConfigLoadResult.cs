using System.Diagnostics.CodeAnalysis;

namespace LostFound.Web.Configuration;

/// <summary>A checked configuration, or everything that is wrong with it: never both, never neither.</summary>
public sealed class ConfigLoadResult
{
    internal ConfigLoadResult(VenueConfig config) => Config = config;

    internal ConfigLoadResult(IReadOnlyList<ConfigProblem> problems) => Problems = problems;

    public VenueConfig? Config { get; }

    public IReadOnlyList<ConfigProblem> Problems { get; } = [];

    [MemberNotNullWhen(true, nameof(Config))]
    public bool IsGood => Config is not null;
}
