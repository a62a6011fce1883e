namespace LostFound.Matching.Facts;

/// <summary>What kind of thing one side says it is.</summary>
/// <param name="Category">The chosen key; empty when the guest wasn't sure.</param>
/// <param name="Things">Kinds that its words name.</param>
internal sealed record KindTrait(string Category, KeySet Things);

/// <summary>The colours of one side. A struct, so that a search finds thousands of them side by side in memory.</summary>
/// <param name="Chosen">Ticked by a person.</param>
/// <param name="Written">Named in the words.</param>
/// <param name="Photo">Seen by the camera; items only.</param>
internal readonly record struct ColourTrait(ColourSet Chosen, ColourSet Written, ColourSet Photo)
{
    /// <summary>Those ticked, or those written when none was.</summary>
    public ColourSet Main => Chosen.IsEmpty ? Written : Chosen;
}

/// <summary>The makers of one side, aliases and scripts brought to one name.</summary>
/// <param name="Stated">In the brand field.</param>
/// <param name="Mentioned">In the words.</param>
/// <param name="Spoken">How a stated brand that the lexicon doesn't know would stand among plain words.</param>
internal sealed record BrandTrait(KeySet Stated, KeySet Mentioned, KeySet Spoken)
{
    public KeySet All { get; } = Stated.Union(Mentioned);

    public bool IsEmpty => All.Count == 0;
}

/// <summary>A stretch of time in whole seconds since 2000, both ends included; <see cref="Unknown"/> where an end is missing.</summary>
internal readonly record struct Window(int From, int To)
{
    public const int Unknown = int.MinValue;

    private static readonly DateTime Start = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static int Seconds(DateTime? moment) => moment is { } known
        ? (int)Math.Clamp((known.Ticks - Start.Ticks) / TimeSpan.TicksPerSecond, Unknown + 1L, int.MaxValue)
        : Unknown;
}
