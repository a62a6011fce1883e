using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace LostFound.Web.Languages;

/// <summary>
/// All texts for guests, from Languages/{language}/{area}.json: "name": "text", or "name": { "one": …, "other": … }
/// where the number {n} decides. A text's key is area.name.
/// </summary>
public sealed class LanguageTexts
{
    private const string Folder = "Languages/";

    /// <summary>Read once for the whole process: they are part of the program.</summary>
    public static readonly LanguageTexts OfThisBuild = new(Language.All.ToFrozenDictionary(
        language => language.Code,
        language => (IReadOnlyDictionary<string, LanguageText>)Read(typeof(LanguageTexts).Assembly, language.Code),
        StringComparer.Ordinal));

    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, LanguageText>> _languages;

    /// <summary>By language code and key; tests bring their own.</summary>
    internal LanguageTexts(IReadOnlyDictionary<string, IReadOnlyDictionary<string, LanguageText>> languages) => _languages = languages;

    public IReadOnlyDictionary<string, LanguageText> In(string language) => _languages[language];

    /// <summary>A page must not break for a missing translation, though a test forbids one: English stands in, then the key.</summary>
    public LanguageText Find(string language, string key) =>
        _languages[language].GetValueOrDefault(key) ?? _languages[Language.English.Code].GetValueOrDefault(key) ?? LanguageText.Plain(key);

    private static FrozenDictionary<string, LanguageText> Read(Assembly assembly, string language)
    {
        var texts = new Dictionary<string, LanguageText>(StringComparer.Ordinal);
        var prefix = Folder + language + "/";
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (name, text) in ReadFile(stream, file))
                texts.Add($"{Path.GetFileNameWithoutExtension(file)}.{name}", text);
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>One file's texts by name. Throws with the file's name and what to mend.</summary>
    internal static IReadOnlyList<(string Name, LanguageText Text)> ReadFile(Stream stream, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return [.. json.RootElement.EnumerateObject().Select(entry => (entry.Name, LanguageText.Read(entry.Name, entry.Value)))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file} can't be read: {problem.Message}", problem);
        }
    }
}
