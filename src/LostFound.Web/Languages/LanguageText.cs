using System.Text;
using System.Text.Json;

namespace LostFound.Web.Languages;

/// <summary>One text in one language: its plural forms, most often only "other", with {places} for values.</summary>
public sealed class LanguageText
{
    private LanguageText(IReadOnlyDictionary<string, string> forms) => Forms = forms;

    public IReadOnlyDictionary<string, string> Forms { get; }

    public bool HasPlurals => Forms.Count > 1;

    public static LanguageText Plain(string text) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [PluralRule.Other] = text });

    internal LanguageText Select(Func<string, string> change) => new(Forms.ToDictionary(form => form.Key, form => change(form.Value), StringComparer.Ordinal));

    internal static LanguageText Read(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Plain(Checked(name, value.GetString()!));
        if (value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"“{name}” must be a text, or an object of plural forms");
        var forms = value.EnumerateObject().ToDictionary(form => form.Name, form => Checked(name, form.Value.GetString() ?? ""), StringComparer.Ordinal);
        if (forms.Keys.FirstOrDefault(form => !PluralRule.Forms.Contains(form, StringComparer.Ordinal)) is { } unknown)
            throw new FormatException($"“{name}” has the form “{unknown}”; there are {string.Join(", ", PluralRule.Forms)}");
        if (!forms.ContainsKey(PluralRule.Other))
            throw new FormatException($"“{name}” needs the form “{PluralRule.Other}”");
        return new LanguageText(forms);
    }

    /// <summary>Which names stand in braces, in all forms.</summary>
    public IEnumerable<string> Places() => Forms.Values.SelectMany(PlacesOf).Distinct(StringComparer.Ordinal);

    internal static IEnumerable<string> PlacesOf(string text)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
            yield return text[(open + 1)..text.IndexOf('}', open)];
    }

    /// <summary>The text with each place filled. A place that nothing was given for stays as it stands.</summary>
    internal static string Fill(string text, ReadOnlySpan<(string Name, object? Value)> values, Func<object?, string> say)
    {
        if (!text.Contains('{'))
            return text;
        var filled = new StringBuilder(text.Length + 32);
        var from = 0;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', from))
        {
            var close = text.IndexOf('}', open);
            filled.Append(text, from, open - from);
            var name = text.AsSpan(open + 1, close - open - 1);
            filled.Append(Find(values, name, out var value) ? say(value) : text[open..(close + 1)]);
            from = close + 1;
        }
        return filled.Append(text, from, text.Length - from).ToString();
    }

    private static bool Find(ReadOnlySpan<(string Name, object? Value)> values, ReadOnlySpan<char> name, out object? value)
    {
        foreach (var (given, held) in values)
        {
            if (name.SequenceEqual(given))
            {
                value = held;
                return true;
            }
        }
        value = null;
        return false;
    }

    private static string Checked(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException($"“{name}” is empty");
        var open = false;
        foreach (var character in text.Where(character => character is '{' or '}'))
        {
            if (open == (character == '{'))
                throw new FormatException($"“{name}” has a brace without its partner");
            open = !open;
        }
        return open ? throw new FormatException($"“{name}” has a brace without its partner") : text;
    }
}
