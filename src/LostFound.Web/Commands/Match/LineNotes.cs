namespace LostFound.Web.Commands.Match;

/// <summary>
/// What is wrong with the lines of a file, said as it is met: <c>items.jsonl:17: …</c>. A file with a million
/// lines of one mistake must not bury the others, so each kind is said so many times and then only counted.
/// </summary>
internal sealed class LineNotes(TextWriter error)
{
    private const int MostOfAKind = 20;
    private const int MostLeftOut = 1000;

    private readonly Dictionary<string, int> silenced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> said = new(StringComparer.Ordinal);

    /// <summary>Lines that were not used at all.</summary>
    public int LeftOut { get; private set; }

    /// <summary>A line that cannot be used. The others can.</summary>
    public void LeaveOut(string file, int line, string why)
    {
        LeftOut++;
        Say(file, line, why + " This line is left out.", kind: $"{file}: lines left out", MostLeftOut);
    }

    /// <summary>Something odd in a line that is used nevertheless.</summary>
    /// <param name="kind">What is the same for all lines that have it.</param>
    public void Remark(string file, int line, string what, string kind) => Say(file, line, what, $"{file}: {kind}", MostOfAKind);

    /// <summary>Says how often what was no longer said occurred.</summary>
    public void Finish()
    {
        foreach (var (kind, times) in silenced)
            error.WriteLine(FormattableString.Invariant($"{kind}: {times:N0} more."));
    }

    private void Say(string file, int line, string what, string kind, int most)
    {
        var times = said[kind] = said.GetValueOrDefault(kind) + 1;
        if (times <= most)
            error.WriteLine(FormattableString.Invariant($"{file}:{line}: {what}"));
        else
            silenced[kind] = times - most;
    }
}
