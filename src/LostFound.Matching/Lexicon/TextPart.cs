namespace LostFound.Matching.Lexicon;

/// <summary>A piece of a text: a phrase, a word, or a term within a stretch that has no spaces.</summary>
/// <param name="Text">As written, normalised: lower case, without accents.</param>
/// <param name="Concepts">What it may mean, any one of them; empty when it isn't known.</param>
public sealed record TextPart(string Text, IReadOnlyList<Concept> Concepts);
