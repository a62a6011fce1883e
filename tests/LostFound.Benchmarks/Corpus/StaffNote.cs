using System.Text;

namespace LostFound.Benchmarks.Corpus;

/// <summary>How staff write a thing down in a hurry: short, abbreviated, mistyped, in English.</summary>
internal static class StaffNote
{
    private const string English = "en";

    public static (string Description, string PrivateNotes) Of(Thing thing, Draw draw, Words words)
    {
        var note = new StringBuilder();
        foreach (var colour in thing.Colours)
            Append(note, note.Length == 0 ? " " : "/", Said(colour.Names, draw, words));
        if (thing.Brand.Length > 0 && draw.Chance(0.5))
            Append(note, " ", thing.Brand);
        Append(note, " ", Said(thing.Kind.Names, draw, words));
        foreach (var feature in thing.Features)
            Append(note, draw.Of([" w ", ", ", " w/ ", ", ", " "]), Said(feature.Names, draw, words));
        if (draw.Chance(0.3))
            Append(note, draw.Of([". ", ", "]), draw.Of(words.Whereabouts));
        // Most of what is rare is kept back to test ownership.
        var kept = thing.Rare.Length > 0 && draw.Chance(0.7);
        if (thing.Rare.Length > 0 && !kept)
            Append(note, ", ", thing.Rare);
        return (note.ToString(), Kept(thing, kept, draw, words));
    }

    private static string Kept(Thing thing, bool rareIsKept, Draw draw, Words words)
    {
        if (rareIsKept)
            return $"{draw.Of(words.Secrets)} {thing.Rare}";
        return draw.Chance(0.12) ? draw.Of(words.Secrets) : string.Empty;
    }

    private static string Said(IReadOnlyDictionary<string, string[]> names, Draw draw, Words words)
    {
        var name = draw.EarlyOf(names[English]);
        if (words.Abbreviations.TryGetValue(name, out var shorter) && draw.Chance(0.25))
            return draw.Of(shorter);
        return draw.Chance(0.05) ? Mistyped(name, draw) : name;
    }

    /// <summary>Two neighbours swapped, one left out or one doubled.</summary>
    private static string Mistyped(string name, Draw draw)
    {
        if (name.Length < 4)
            return name;
        var at = draw.Between(1, name.Length - 2);
        return draw.Below(3) switch
        {
            0 => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            1 => name.Remove(at, 1),
            _ => name.Insert(at, name[at].ToString()),
        };
    }

    private static void Append(StringBuilder note, string between, string text)
    {
        if (note.Length > 0)
            note.Append(between);
        note.Append(text);
    }
}
