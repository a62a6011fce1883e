using System.Text;
using System.Text.RegularExpressions;
using LostFound.Web.Languages;
using LostFound.Web.Tests.Ui;
using Xunit;

namespace LostFound.Web.Tests.Languages;

/// <summary>Every language says everything, and nothing is said that is no text.</summary>
public sealed partial class LanguageTextsTests
{
    /// <summary>Words that are the same in a language as in English, on purpose: "language area.name".</summary>
    private static readonly HashSet<string> SameOnPurpose = new(File.ReadAllLines(Path.Combine(Repository.Root, "tests", "LostFound.Web.Tests", "Languages", "same-on-purpose.txt"))
        .Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0), StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, LanguageText> English = LanguageTexts.OfThisBuild.In("en");

    public static TheoryData<string> Others => [.. Language.All.Where(language => language != Language.English).Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_text_is_there_translated_with_its_places_and_its_plural_forms(string language)
    {
        var texts = LanguageTexts.OfThisBuild.In(language);
        var wrong = English.SelectMany(english => texts.TryGetValue(english.Key, out var text)
                ? Mistakes(language, english.Key, english.Value, text)
                : [$"{english.Key} is missing"])
            .Concat(texts.Keys.Except(English.Keys, StringComparer.Ordinal).Select(key => $"{key} is not in English any more"))
            .Order(StringComparer.Ordinal).ToList();

        Assert.True(wrong.Count == 0, $"{language}: {wrong.Count} texts\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_text_that_a_page_says_exists_and_every_text_is_said()
    {
        var sources = Directory.EnumerateFiles(Repository.WebProject, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(Repository.WebProject, file), File.ReadAllText, StringComparer.Ordinal);
        var unknown = sources.SelectMany(source => Said().Matches(source.Value).Select(said => (source.Key, Text: said.Groups["key"].Value)))
            .Where(said => !English.ContainsKey(said.Text)).Select(said => $"{said.Key} says {said.Text}, which is no text");
        var literals = sources.Values.SelectMany(source => Literal().Matches(source).Select(literal => literal.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);
        // $"feedback.rating-{rating}" says each text that begins so.
        var beginnings = sources.Values.SelectMany(source => Beginning().Matches(source).Select(literal => literal.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);
        var unused = English.Keys.Where(key => !literals.Contains(key) && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))).Select(key => $"{key} is said nowhere");

        var wrong = unknown.Concat(unused).Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void English_has_both_its_plural_forms_wherever_a_number_decides() =>
        Assert.Empty(English.Where(text => text.Value.HasPlurals && !PluralRule.NeededIn("en").All(text.Value.Forms.ContainsKey)).Select(text => text.Key));

    [Theory]
    [InlineData("{ \"a\": \"no end\" ", "depth")]
    [InlineData("{ \"a\": 3 }", "“a” must be a text")]
    [InlineData("{ \"a\": \"\" }", "“a” is empty")]
    [InlineData("{ \"a\": \"by {time\" }", "brace without its partner")]
    [InlineData("{ \"a\": { \"one\": \"1\" } }", "needs the form “other”")]
    [InlineData("{ \"a\": { \"other\": \"1\", \"couple\": \"2\" } }", "has the form “couple”")]
    [InlineData("{ \"a\": \"x\", \"a\": \"y\" }", "a")]
    public void A_file_that_cannot_be_read_is_named_with_what_is_wrong(string json, string why)
    {
        var problem = Assert.Throws<InvalidDataException>(() => LanguageTexts.ReadFile(new MemoryStream(Encoding.UTF8.GetBytes(json)), "Languages/xx/area.json"));

        Assert.Contains("Languages/xx/area.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Mistakes(string language, string key, LanguageText english, LanguageText text)
    {
        var (needed, given) = (english.Places().Order(StringComparer.Ordinal).ToList(), text.Places().Order(StringComparer.Ordinal).ToList());
        // "One guest" needs no number, and some languages' forms say it in a word.
        if (!needed.SequenceEqual(given, StringComparer.Ordinal))
            yield return $"{key} has the places {string.Join(' ', given)} instead of {string.Join(' ', needed)}";
        if (english.HasPlurals && PluralRule.NeededIn(language).FirstOrDefault(form => !text.Forms.ContainsKey(form)) is { } missing)
            yield return $"{key} lacks the plural form {missing}";
        if (!english.HasPlurals && text.HasPlurals)
            yield return $"{key} has plural forms, but no number decides";
        if (HasWords(english) && text.Forms[PluralRule.Other] == english.Forms[PluralRule.Other] && !SameOnPurpose.Contains($"{language} {key}"))
            yield return $"{key} is still in English";
    }

    private static bool HasWords(LanguageText text) => Place().Replace(text.Forms[PluralRule.Other], "").Any(char.IsLetter);

    [GeneratedRegex(@"\b\w*(?:[Ss]ay|[Ww]ords)(?:\.In\([^()]*\))?(?:\[|\.Parts\()""(?<key>[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"""(?<key>[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$""(?<key>[a-z][a-z0-9-]*\.[a-z0-9-]*)\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
