using LostFound.Matching.Index;

namespace LostFound.Matching.Comparisons;

/// <summary>
/// What a comparison found, without words: candidates are ranked by findings, and only those that are shown
/// get their sentences written.
/// </summary>
/// <param name="Level">Stable key of the level.</param>
/// <param name="Rarity">Bits of rarity of what both sides have; 0 when nothing agreed.</param>
internal readonly record struct Finding(string Level, double Rarity = 0);

/// <summary>One aspect of a claim held against one of an item. Stateless, so shared by all threads.</summary>
internal interface IComparison
{
    /// <summary>Key of the comparison in the model and in contributions.</summary>
    string Name { get; }

    Finding Compare(PreparedClaim claim, PreparedItem item);

    /// <summary>The finding in plain English for staff.</summary>
    string Describe(PreparedClaim claim, PreparedItem item, Finding finding);
}
