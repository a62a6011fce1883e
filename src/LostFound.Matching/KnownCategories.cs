using System.Collections.Frozen;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching;

/// <summary>The category keys that the lexicon has words for. Others are compared too, but by their key alone.</summary>
public static class KnownCategories
{
    /// <summary>Such as <c>backpack</c>, and <c>other</c>.</summary>
    public static IReadOnlySet<string> Keys { get; } =
        LexiconData.Entries().Where(entry => entry.Concept.Kind == ConceptKind.Thing).Select(entry => entry.Concept.Id).Append("other").ToFrozenSet(StringComparer.Ordinal);
}
