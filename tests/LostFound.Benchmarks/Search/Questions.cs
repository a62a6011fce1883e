using LostFound.Web.Features.Items;
using LostFound.Web.Features.Items.Search;

namespace LostFound.Benchmarks.Search;

/// <summary>What clerks ask: half words as they type, whole ones, other languages, slips, and no words at all.</summary>
internal static class Questions
{
    private static readonly ItemSearch Nothing = new("", "", "", "", "", null, null, null, 1);

    public static IEnumerable<(string Name, ItemSearch Search)> All =>
    [
        ("everything", Nothing),
        ("everything, page 5,000", Nothing with { Page = 5_000 }),
        .. new[] { "b", "bl", "bla", "black", "black backpack", "black backpack nike", "mochila negra", "sac à dos bleu", "黒いリュック", "bakpack", "keychain fox", "zzzzzz" }
            .Select(words => ($"“{words}”", Nothing with { Words = words })),
        ("“black”, page 200", Nothing with { Words = "black", Page = 200 }),
        ("kind backpack", Nothing with { Category = "backpack" }),
        ("kind backpack, colour navy", Nothing with { Category = "backpack", Colour = "navy" }),
        ("colour black, in storage", Nothing with { Colour = "black", Status = ItemStatus.InStorage }),
        ("“phone”, one week", Nothing with { Words = "phone", From = new DateOnly(2025, 7, 7), To = new DateOnly(2025, 7, 13) }),
    ];
}
