using System.Collections.Frozen;

namespace LostFound.Matching.Lexicon;

/// <summary>Turns text in one language into concepts and residual words. Any number of threads may read at once.</summary>
internal sealed partial class LanguageReader(LanguageTable table)
{
    // A text of more words than this was not typed by hand; its list isn't worth keeping.
    private const int MostWordsKept = 512;

    internal static readonly FrozenSet<string> KoreanParticles = FrozenSet.ToFrozenSet(
        ["이", "가", "은", "는", "을", "를", "에", "의", "도", "로", "와", "과", "만", "랑", "요", "에서", "에는", "에도", "이랑", "하고", "으로", "이나", "까지", "입니다", "이에요", "이요"], StringComparer.Ordinal);

    [ThreadStatic]
    private static List<KnownWord>? s_words;

    private readonly KnownWords _known = new(table);

    public Reading Read(string text)
    {
        var words = s_words ?? [];
        s_words = null;
        Split(table.Fold(TextNormaliser.Normalise(text)), words);
        var reading = Reading.Empty();
        for (var at = 0; at < words.Count;)
        {
            var word = words[at];
            if (word.IsRun)
                ReadRun(word.Text, reading);
            else if (word.LongestPhrase > 1 && ReadPhrase(words, at, reading) is > 0 and var used)
            {
                at += used;
                continue;
            }
            else
                ReadAlone(word, reading);
            at++;
        }
        words.Clear();
        s_words = words.Capacity <= MostWordsKept ? words : null;
        return reading;
    }

    private void Split(string normalised, List<KnownWord> words)
    {
        var at = 0;
        while (Tokeniser.TryNext(normalised, ref at, out var text, out var kind))
            words.Add(kind == TokenKind.Run ? new KnownWord(text.ToString()) : _known.Find(text, kind));
    }

    /// <summary>Takes the longest known phrase of several words at a position; returns how many it used, 0 when none is known.</summary>
    private int ReadPhrase(List<KnownWord> words, int at, Reading reading)
    {
        var length = LongestPhraseAt(words, at, out var concepts);
        if (length > 0 && reading.Note(concepts))
        {
            for (var i = at; i < at + length; i++)
                Keep(words[i], reading);
        }
        return length;
    }

    private int LongestPhraseAt(List<KnownWord> words, int at, out Concept[] concepts)
    {
        var length = 1;
        while (length < words[at].LongestPhrase && at + length < words.Count && !words[at + length].IsRun)
            length++;
        Span<char> written = stackalloc char[table.LongestKey];
        Span<char> stemmed = stackalloc char[table.LongestKey];
        for (; length > 1; length--)
        {
            concepts = table.Phrase(Join(words, at, length, word => word.Text, written), Join(words, at, length, word => word.Stem, stemmed));
            if (concepts.Length > 0)
                return length;
        }
        concepts = [];
        return 0;
    }

    /// <summary>The words with one space between; empty when that is longer than any phrase.</summary>
    private static ReadOnlySpan<char> Join(List<KnownWord> words, int at, int length, Func<KnownWord, string> part, Span<char> into)
    {
        var used = 0;
        for (var i = at; i < at + length; i++)
        {
            var text = part(words[i]);
            var space = i > at ? 1 : 0;
            if (used + space + text.Length > into.Length)
                return [];
            if (space > 0)
                into[used++] = ' ';
            text.CopyTo(into[used..]);
            used += text.Length;
        }
        return into[..used];
    }

    private static void ReadAlone(KnownWord word, Reading reading)
    {
        if (word.Residue is not null)
            reading.Words.Add(word.Residue);
        else if (reading.Note(word.Concepts) && word.IsTerm)
            Keep(word, reading);
    }

    private static void Keep(KnownWord word, Reading reading)
    {
        if (word.KeptWord is not null)
            reading.Words.Add(word.KeptWord);
    }

    private void ReadRun(string run, Reading reading)
    {
        var unreadFrom = 0;
        for (var at = 0; at < run.Length;)
        {
            var length = LongestTermAt(run, at, out var concepts);
            if (length == 0)
            {
                at++;
                continue;
            }
            reading.Note(concepts);
            reading.Words.UnionWith(Tokeniser.Bigrams(run[unreadFrom..at]));
            at += length;
            unreadFrom = at;
        }
        reading.Words.UnionWith(Tokeniser.Bigrams(run[unreadFrom..]));
    }

    private int LongestTermAt(string run, int at, out Concept[] concepts)
    {
        for (var length = Math.Min(table.Runs.LongestFrom(run[at]), run.Length - at); length >= 1; length--)
        {
            concepts = table.Runs.Find(run.AsSpan(at, length));
            if (concepts.Length > 0 && (length > 1 || MayStandAlone(run, at)))
                return length;
        }
        concepts = [];
        return 0;
    }

    /// <summary>
    /// One Hangul syllable is a word only when nothing but a particle follows it; elsewhere it is nearly always part of
    /// another word. One Han character usually is a word.
    /// </summary>
    private static bool MayStandAlone(string run, int at) =>
        run[at] is not (>= '\uAC00' and <= '\uD7AF') || (at == 0 && (run.Length == 1 || KoreanParticles.Contains(run[1..])));
}
