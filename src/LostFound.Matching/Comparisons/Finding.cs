namespace LostFound.Matching.Comparisons;

/// <summary>
/// What a comparison found, without words: candidates are ranked by findings, and only those that are shown
/// get their sentences written.
/// </summary>
/// <param name="Level">Stable key of the level.</param>
/// <param name="Rarity">Bits of rarity of what both sides have; 0 when nothing agreed.</param>
internal readonly record struct Finding(string Level, double Rarity = 0);
