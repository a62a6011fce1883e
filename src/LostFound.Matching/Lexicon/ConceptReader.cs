namespace LostFound.Matching.Lexicon;

/// <summary>Reads with the default vocabulary.</summary>
internal static class ConceptReader
{
    /// <inheritdoc cref="Vocabulary.Read"/>
    public static Reading Read(string text, string language) => Vocabulary.Default.Read(text, language);
}
