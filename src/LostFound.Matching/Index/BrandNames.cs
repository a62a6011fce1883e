using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Index;

/// <summary>The brands of one side: those in the brand field and those only mentioned in the text.</summary>
internal sealed record BrandNames(HashSet<string> Stated, HashSet<string> Mentioned)
{
    public IEnumerable<string> All => Stated.Union(Mentioned, StringComparer.Ordinal);

    public bool IsEmpty => Stated.Count == 0 && Mentioned.Count == 0;

    /// <summary>Brings aliases and scripts to one name; a brand the lexicon doesn't know is its own letters run together.</summary>
    public static BrandNames Of(string field, HashSet<string> mentioned, string language)
    {
        var stated = new HashSet<string>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(field))
        {
            stated.UnionWith(ConceptReader.Read(field, language).Brands);
            var letters = string.Concat(Tokeniser.Tokenise(TextNormaliser.Normalise(field)).Select(token => token.Text));
            if (stated.Count == 0 && letters.Length > 0)
                stated.Add(letters);
        }
        return new BrandNames(stated, mentioned);
    }
}
