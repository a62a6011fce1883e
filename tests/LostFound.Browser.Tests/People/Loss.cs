namespace LostFound.Browser.Tests.People;

/// <summary>What a guest tells us, as keys of kiosk-config and in the guest's own words.</summary>
internal sealed record Loss
{
    public string Category { get; init; } = "backpack";
    public string Colour { get; init; } = "blue";
    public string Description { get; init; } = "My son's blue school knapsack with a squirrel on the front";
    public string Brand { get; init; } = "Northwind";
    public string Marks { get; init; } = "A drawing of a lighthouse in the small pocket";
    public string Place { get; init; } = "treehouse";

    /// <summary>The day of the tests' clock.</summary>
    public string Day { get; init; } = "2026-07-04";

    public string From { get; init; } = "12:30";
    public string To { get; init; } = "14:00";
    public string Name { get; init; } = "Ada Moreno";
    public string Email { get; init; } = "ada@example.org";
    public string Phone { get; init; } = "";
}

/// <summary>What staff enter at the kiosk. No word of the description or the notes is one that a guest would see elsewhere.</summary>
internal sealed record Find
{
    public string Category { get; init; } = "backpack";
    public string Colour { get; init; } = "blue";
    public string Brand { get; init; } = "Northwind";
    public string Description { get; init; } = "Knapsack, quilted hipbelt, squirrel patch";
    public string PrivateNotes { get; init; } = "Zebra-striped lunchbox inside, label QZV-4471";
    public string Place { get; init; } = "treehouse";
    public string Bin { get; init; } = "A1";
}
