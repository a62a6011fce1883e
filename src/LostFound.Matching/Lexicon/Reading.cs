namespace LostFound.Matching.Lexicon;

/// <summary>What a text says, sorted by the comparison that uses it.</summary>
/// <param name="Things">Category keys named.</param>
/// <param name="Colours">Colour keys named.</param>
/// <param name="Brands">Brand ids named.</param>
/// <param name="Features">Terms of features named.</param>
/// <param name="Words">Everything else that might be shared: unknown words, names, numbers, and the very word used for a thing.</param>
/// <param name="Places">Place keys named; always empty without a venue's places.</param>
internal sealed record Reading(
    HashSet<string> Things, HashSet<string> Colours, HashSet<string> Brands, HashSet<string> Features, HashSet<string> Words, HashSet<string> Places)
{
    public static Reading Empty() => new(NewSet(), NewSet(), NewSet(), NewSet(), NewSet(), NewSet());

    /// <summary>Adds what a word or phrase means.</summary>
    /// <returns>
    /// Whether the very word is worth keeping: it names a kind of thing, and no feature beside it says already which
    /// sort ("beanie" does, and must not count twice).
    /// </returns>
    public bool Note(ReadOnlySpan<Concept> concepts)
    {
        var (namesThing, namesSort) = (false, false);
        foreach (var concept in concepts)
        {
            switch (concept.Kind)
            {
                case ConceptKind.Thing:
                    Things.Add(concept.Id);
                    namesThing = true;
                    break;
                case ConceptKind.Colour: Colours.Add(concept.Id); break;
                case ConceptKind.Brand: Brands.Add(concept.Id); break;
                case ConceptKind.Feature:
                    Features.Add(concept.Term);
                    namesSort = true;
                    break;
                case ConceptKind.Place:
                    Places.Add(concept.Id);
                    // A souvenir of a ride bears its name, so the place is also worth as much as any word in common.
                    Words.Add(concept.Id);
                    break;
            }
        }
        return namesThing && !namesSort;
    }

    private static HashSet<string> NewSet() => new(StringComparer.Ordinal);
}
