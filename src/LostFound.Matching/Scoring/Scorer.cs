using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;

namespace LostFound.Matching.Scoring;

/// <summary>Weighs what the comparisons find, with a model's weights. Stateless after construction.</summary>
internal sealed class Scorer
{
    private readonly MatchingModel _model;
    private readonly double[] _time;

    /// <exception cref="ArgumentException">A weight has a sign that makes no sense, hence breaks the search's bounds.</exception>
    public Scorer(MatchingModel model, PlaceMap places)
    {
        if (model.Rarity.FirstOrDefault(weight => weight.Value is not >= 0) is { Key: { } comparison })
            throw new ArgumentException($"Rarity of {comparison} has a negative weight: what is rare would say less than what is common.", nameof(model));
        if (model.Words is not { EachOnlyInClaim: <= 0, EachOnlyInItem: <= 0 })
            throw new ArgumentException("A feature that only one side mentions must not speak for the pair.", nameof(model));
        _model = model;
        Places = places;
        Kind = new ComparisonWeights(model, KindComparison.Name);
        Colours = new ComparisonWeights(model, ColourComparison.Name);
        Photo = new ComparisonWeights(model, PhotoComparison.Name);
        Brand = new ComparisonWeights(model, BrandComparison.Name);
        Place = new ComparisonWeights(model, PlaceComparison.Name);
        Words = new ComparisonWeights(model, WordsComparison.Name);
        var time = new ComparisonWeights(model, TimeComparison.Name);
        _time = Array.ConvertAll(TimeComparison.Levels, level => time.Bits(new Finding(level)));
    }

    public PlaceMap Places { get; }

    public ComparisonWeights Kind { get; }

    public ComparisonWeights Colours { get; }

    public ComparisonWeights Photo { get; }

    public ComparisonWeights Brand { get; }

    public ComparisonWeights Place { get; }

    public ComparisonWeights Words { get; }

    public WordWeights WordWeights => _model.Words;

    /// <summary>
    /// log2 odds that one item among so many is the one, before looking: the expected share, spread evenly over the
    /// items held and the imagined ones. The latter keep a desk that holds three items from taking any of them for
    /// the one just because there is no other.
    /// </summary>
    public double PriorBits(int items)
    {
        var share = _model.ExpectedMatchShare / Math.Max(1, items + _model.PseudoItems);
        return Rarities.Rounded(Math.Log2(share / (1 - share)));
    }

    public bool IsImpossible(Window lost, int foundAt) => TimeComparison.IsImpossible(lost, foundAt, _model.EarlyToleranceMinutes);

    /// <summary>Bits of a level by its place in <see cref="TimeComparison.Levels"/>.</summary>
    public double TimeBits(int level) => _time[level];

    public double KindBits(KindTrait claim, KindTrait item, Rarities rarities) => Kind.Bits(KindComparison.Compare(claim, item, rarities));

    /// <summary>Colours and photo together: both look at the same traits.</summary>
    public double ColourBits(ColourTrait claim, ColourTrait item, Rarities rarities) =>
        Colours.Bits(ColourComparison.Compare(claim, item, rarities)) + Photo.Bits(PhotoComparison.Compare(claim, item));

    public double BrandBits(BrandTrait claim, BrandTrait item, bool spoken, Rarities rarities) =>
        Brand.Bits(BrandComparison.Compare(claim, item, spoken, rarities));

    public double PlaceBits(KeySet claim, KeySet item, Rarities rarities) =>
        Place.Bits(PlaceComparison.Compare(claim, item, Places, rarities));

    public double WordBits(WordsComparison.Tally tally) => Words.Limited(tally.Bits(_model.Words));

    public double TypoRarity(double rarity) => Rarities.Rounded(_model.Words.TypoShare * rarity);

    /// <summary>The whole score with its reasons, always in the same order.</summary>
    public MatchScore Explain(ClaimFacts claim, ItemFacts item, double prior, Rarities rarities)
    {
        var kind = KindComparison.Compare(claim.Kind, item.Kind, rarities);
        var colours = ColourComparison.Compare(claim.Colours, item.Colours, rarities);
        var photo = PhotoComparison.Compare(claim.Colours, item.Colours);
        var spoken = BrandComparison.IsSpoken(claim.Brands, item.Terms);
        var brand = BrandComparison.Compare(claim.Brands, item.Brands, spoken, rarities);
        var place = PlaceComparison.Compare(claim.Places, item.Place, Places, rarities);
        var time = TimeComparison.LevelOf(claim.Lost, item.FoundAt);
        var words = WordsComparison.Compare(claim.Terms, item.Terms, _model.Words.TypoShare, rarities);
        return new MatchScore(prior,
        [
            new(KindComparison.Name, kind.Level, Kind.Bits(kind), KindComparison.Describe(claim.Kind, item.Kind, kind)),
            new(ColourComparison.Name, colours.Level, Colours.Bits(colours), ColourComparison.Describe(claim.Colours, item.Colours, colours, rarities)),
            new(PhotoComparison.Name, photo.Level, Photo.Bits(photo), PhotoComparison.Describe(claim.Colours, item.Colours, photo)),
            new(BrandComparison.Name, brand.Level, Brand.Bits(brand), BrandComparison.Describe(claim.Brands, item.Brands, spoken, brand)),
            new(PlaceComparison.Name, place.Level, Place.Bits(place), PlaceComparison.Describe(item.Place, Places, place)),
            new(TimeComparison.Name, TimeComparison.Levels[time], TimeBits(time), TimeComparison.Describe(claim.Lost, item.FoundAt, TimeComparison.Compare(claim.Lost, item.FoundAt))),
            new(WordsComparison.Name, words.Level, WordBits(words), WordsComparison.Describe(claim.Terms, item.Terms, rarities)),
        ]);
    }
}
