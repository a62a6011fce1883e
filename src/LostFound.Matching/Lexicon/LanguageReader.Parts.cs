namespace LostFound.Matching.Lexicon;

/// <content>The same text piece by piece, for whoever needs to know which words said what.</content>
internal sealed partial class LanguageReader
{
    public List<TextPart> PartsOf(string text)
    {
        var words = new List<KnownWord>();
        Split(table.Fold(TextNormaliser.Normalise(text)), words);
        var parts = new List<TextPart>();
        for (var at = 0; at < words.Count;)
        {
            var word = words[at];
            if (word.LongestPhrase > 1 && LongestPhraseAt(words, at, out var meanings) is > 0 and var length)
            {
                parts.Add(new TextPart(string.Join(' ', words.Skip(at).Take(length).Select(w => w.Text)), meanings));
                at += length;
                continue;
            }
            if (word.IsRun)
                AddRun(word.Text, parts);
            // Neither a meaning nor a residue: a stop word.
            else if (word.Concepts.Length > 0 || word.Residue is not null)
                parts.Add(new TextPart(word.Text, word.Concepts));
            at++;
        }
        return parts;
    }

    private void AddRun(string run, List<TextPart> parts)
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
            AddUnread(at);
            parts.Add(new TextPart(run.Substring(at, length), concepts));
            at += length;
            unreadFrom = at;
        }
        AddUnread(run.Length);

        void AddUnread(int until)
        {
            // One character between two words is nearly always a particle.
            if (until - unreadFrom > 1)
                parts.Add(new TextPart(run[unreadFrom..until], []));
        }
    }
}
