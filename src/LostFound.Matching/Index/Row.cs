using LostFound.Matching.Facts;

namespace LostFound.Matching.Index;

/// <summary>One item or claim as the index holds it: numbers for what is shared, its own term numbers, its time.</summary>
/// <param name="Id">The caller's key.</param>
/// <param name="Group">Number of its category: rows of one category lie together.</param>
/// <param name="Kind">Number of its <see cref="KindTrait"/>; the next three likewise.</param>
/// <param name="Time">When it was found, or the window in which it was lost.</param>
/// <param name="Features">How many of the terms are features.</param>
/// <param name="Terms">Term numbers, ascending.</param>
internal readonly record struct Row(string Id, int Group, int Kind, int Colours, int Brand, int Place, Window Time, int Features, int[] Terms);

/// <summary>The distinct traits of all rows of both sides: a million items share some thousands of them.</summary>
internal sealed class Traits
{
    public Interner<string> Groups { get; } = new(StringComparer.Ordinal);

    public Interner<KindTrait> Kinds { get; } = new();

    public Interner<ColourTrait> Colours { get; } = new();

    public Interner<BrandTrait> Brands { get; } = new();

    public Interner<KeySet> Places { get; } = new();

    public IndexedTerms Terms { get; } = new();

    public Row RowOf(ItemFacts item) => RowOf(item.Id, item.Kind, item.Colours, item.Brands, item.Place, new Window(item.FoundAt, item.FoundAt), item.Terms);

    public Row RowOf(ClaimFacts claim) => RowOf(claim.Id, claim.Kind, claim.Colours, claim.Brands, claim.Places, claim.Lost, claim.Terms);

    public ItemFacts ItemOf(Row row) =>
        new(row.Id, Kinds[row.Kind], Colours[row.Colours], Brands[row.Brand], Places[row.Place], row.Time.From, TermsOf(row));

    public ClaimFacts ClaimOf(Row row) =>
        new(row.Id, Kinds[row.Kind], Colours[row.Colours], Brands[row.Brand], Places[row.Place], row.Time, TermsOf(row));

    private TermSet TermsOf(Row row) => new(row.Terms.Select(number => Terms[number]));

    private Row RowOf(string id, KindTrait kind, ColourTrait colours, BrandTrait brands, KeySet place, Window time, TermSet terms) =>
        new(id, Groups.Intern(kind.Category), Kinds.Intern(kind), Colours.Intern(colours), Brands.Intern(brands), Places.Intern(place),
            time, terms.FeatureCount, Terms.Intern(terms));
}
