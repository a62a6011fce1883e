namespace LostFound.ParkDay.Measures;

internal enum PromiseKind
{
    /// <summary>"You hear from us by …, either way": one for every claim whose guest still waits.</summary>
    NextWord,

    /// <summary>"A supervisor rings you by …".</summary>
    CallBack,

    /// <summary>"We'll call you by …", in the line.</summary>
    CalledBy,

    /// <summary>"Come back in about two hours", at the paper desk.</summary>
    ComeBack,
}

/// <summary>What guests were promised on a day and what came of it.</summary>
internal sealed class PromiseLog
{
    private readonly Dictionary<PromiseKind, (int Kept, int Broken)> settled = [];
    private readonly Dictionary<int, int> openNextWord = [];
    private readonly HashSet<int> waiting = [];

    /// <summary>Next words that became a supervisor's, while they still stood, because the guest came a second time.</summary>
    public int Moved { get; set; }

    /// <summary>Open claims times minutes at which they were looked at.</summary>
    public long ClaimMinutes { get; private set; }

    /// <summary>Of these, with no promise of a next word, or with two.</summary>
    public long ClaimMinutesNotExactlyOne { get; private set; }

    public int Settled => settled.Values.Sum(s => s.Kept + s.Broken);

    public int Kept => settled.Values.Sum(s => s.Kept);

    public (int Kept, int Broken) Of(PromiseKind kind) => settled.GetValueOrDefault(kind);

    public void Settle(PromiseKind kind, bool kept)
    {
        var (before, broken) = settled.GetValueOrDefault(kind);
        settled[kind] = kept ? (before + 1, broken) : (before, broken + 1);
    }

    public void ClaimOpened(int guest) => waiting.Add(guest);

    public void ClaimClosed(int guest) => waiting.Remove(guest);

    public void NextWordMade(int guest) => openNextWord[guest] = openNextWord.GetValueOrDefault(guest) + 1;

    public void NextWordEnded(int guest) => openNextWord[guest]--;

    /// <summary>Looks at every open claim, as the clock would each minute.</summary>
    public void LookAtAll()
    {
        ClaimMinutes += waiting.Count;
        ClaimMinutesNotExactlyOne += waiting.Count(guest => openNextWord.GetValueOrDefault(guest) != 1);
    }
}
