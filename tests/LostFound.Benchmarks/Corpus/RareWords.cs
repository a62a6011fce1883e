using System.Globalization;
using System.Text;

namespace LostFound.Benchmarks.Corpus;

/// <summary>
/// The long tail of real notes: surnames, schools, products and places that occur once or twice. Invented words are drawn by
/// rank r about 1/r as often as the first (Zipf), so the vocabulary keeps growing with the number of notes (Heaps),
/// which is what an index of words has to bear.
/// </summary>
internal static class RareWords
{
    private const int Ranks = 2_000_000;
    private static readonly string[] Onsets = ["b", "br", "c", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];
    private static readonly string[] Ends = ["", "n", "r", "s", "l", "son", "ski", "berg", "ton", "ley"];

    /// <summary>An invented word, most often a common one.</summary>
    public static string Word(Draw draw) => Spelt(draw.LogUniform(Ranks));

    /// <summary>A person: a first name, and often an invented surname.</summary>
    public static string Person(Draw draw, Words words)
    {
        var first = draw.EarlyOf(words.FirstNames);
        return draw.Chance(0.6) ? $"{first} {Capital(Word(draw))}" : first;
    }

    /// <summary>Digits as on cards, tags and tickets, some of them with letters in front.</summary>
    public static string Number(Draw draw)
    {
        var digits = draw.Below(10_000).ToString("D4", CultureInfo.InvariantCulture);
        return draw.Chance(0.3) ? string.Concat(Onsets[draw.Below(Onsets.Length)].ToUpperInvariant(), digits) : digits;
    }

    /// <summary>A word of its own for each rank: its last digit chooses the ending, the digits before it the syllables.</summary>
    private static string Spelt(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank / Ends.Length + Onsets.Length * Vowels.Length; rest > 0; rest /= Onsets.Length * Vowels.Length)
        {
            var syllable = rest % (Onsets.Length * Vowels.Length);
            word.Append(Onsets[syllable % Onsets.Length]).Append(Vowels[syllable / Onsets.Length]);
        }
        return word.Append(Ends[rank % Ends.Length]).ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
