using LostFound.Matching;

namespace LostFound.Benchmarks.Corpus;

/// <summary>
/// A year's items of one operator. Item n depends on n and the size only, so rows are made while they are read and
/// none need be kept. Items are numbered in the order in which they were found, as a register numbers them.
/// </summary>
internal sealed class ItemCorpus(int size)
{
    private readonly Words _words = Words.Shared;

    /// <summary>How many items were found in the year.</summary>
    public int Size { get; } = size;

    /// <summary>Which zone each place lies in.</summary>
    public static PlaceMap Places { get; } = new(Words.Shared.Places.Select(place => (place.Key, place.Zone)));

    /// <summary>All items, in the order found.</summary>
    public IEnumerable<FoundItem> Rows() => Enumerable.Range(0, Size).Select(Item);

    /// <summary>The first claims of an endless sequence.</summary>
    public IReadOnlyList<Loss> Claims(int count) => [.. Enumerable.Range(0, count).Select(number => LossMaker.Make(this, number, _words))];

    /// <summary>An item; numbers from <see cref="Size"/> on are those handed in after the year, for measuring single inserts.</summary>
    public FoundItem Item(int number)
    {
        var draw = Draw.For("item", number);
        var thing = Thing.Make(draw, _words);
        var (description, privateNotes) = StaffNote.Of(thing, draw, _words);
        // Each row has strings of its own, as one read from a database does: shared ones would flatter whoever keeps them.
        return new FoundItem(
            IdOf(number),
            new string(thing.Kind.Key),
            [.. thing.Colours.Select(colour => new string(colour.Key))],
            new string(thing.Brand),
            description,
            privateNotes,
            new string(thing.Place.Key),
            FoundAt(number));
    }

    public Thing ThingOf(int number) => Thing.Make(Draw.For("item", number), _words);

    public DateTime FoundAt(int number) =>
        Year.At((Math.Min(number, Size - 1) + Draw.For("found", number).Unit()) / Size);

    /// <summary>The item's id: 32 hexadecimal digits, as the server gives them.</summary>
    public static string IdOf(int number)
    {
        var draw = Draw.For("id", number);
        return $"{draw.Next():x16}{draw.Next():x16}";
    }

    /// <summary>The number of the first item found at that time or later; <see cref="Size"/> when none was.</summary>
    public int FirstFoundFrom(DateTime time)
    {
        var (from, to) = (0, Size);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (FoundAt(middle) < time)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }
}
