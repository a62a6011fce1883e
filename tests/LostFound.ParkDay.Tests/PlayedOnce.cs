using LostFound.ParkDay.Measures;
using Xunit;

[assembly: AssemblyFixture(typeof(LostFound.ParkDay.Tests.PlayedOnce))]

namespace LostFound.ParkDay.Tests;

/// <summary>The default day, played once for all tests that only look at it; one day before it is enough to learn from.</summary>
public sealed class PlayedOnce
{
    public const int Seed = 1;
    public const int DaysBefore = 1;

    internal Comparison Played { get; } = Comparison.Play(Seed, days: 1, daysBefore: DaysBefore);
}
