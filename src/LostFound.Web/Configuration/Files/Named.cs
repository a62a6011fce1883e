using LostFound.Web.Languages;

namespace LostFound.Web.Configuration.Files;

/// <summary>What a venue names, and may name in other languages too.</summary>
public interface INamed
{
    string Name { get; }

    /// <summary>By language code.</summary>
    IReadOnlyDictionary<string, string>? Names { get; }
}

public static class NamedExtensions
{
    /// <summary>The name in the language of these words; as the venue wrote it where it has no other.</summary>
    public static string NameIn(this INamed named, Words words) => named.Names?.GetValueOrDefault(words.Language.Code) ?? named.Name;

    /// <summary>The venue's own text in the language of these words, or as written.</summary>
    public static T In<T>(this IReadOnlyDictionary<string, T>? translations, Words words, T asWritten) where T : class =>
        translations?.GetValueOrDefault(words.Language.Code) ?? asWritten;
}
