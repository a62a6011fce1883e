using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;

namespace LostFound.Web.Features.Valuables;

/// <summary>Amounts and counts as they are said to staff, and for which items a count is asked.</summary>
public static class CashWords
{
    private const string ValuablesClass = "valuables";
    private static readonly HashSet<string> MoneyKinds = new(["cash", "wallet", "purse"], StringComparer.Ordinal);

    /// <summary>Whether the item's page asks for a count. The form works for any item: a bag can hold cash too.</summary>
    public static bool AsksForCount(Item item, VenueConfig venue) =>
        MoneyKinds.Contains(item.Category) || venue.RetentionOf(item.Category)?.Key == ValuablesClass;

    /// <summary>"£1,234.50", with as many places as the smallest coin has.</summary>
    public static string Amount(decimal amount, CashRules money) =>
        money.Symbol + amount.ToString("N" + Places(money).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>"£50", "£0.50".</summary>
    public static string Piece(decimal value, CashRules money) =>
        value == decimal.Truncate(value) ? money.Symbol + value.ToString("0", CultureInfo.InvariantCulture) : Amount(value, money);

    public static int Places(CashRules money) => money.Notes.Concat(money.Coins)
        .Max(value => value.ToString("0.###", CultureInfo.InvariantCulture) is var said && said.Contains('.', StringComparison.Ordinal) ? said.Length - said.IndexOf('.', StringComparison.Ordinal) - 1 : 0);

    public static string Foreign(decimal amount) => amount.ToString("#,##0.00##", CultureInfo.InvariantCulture);

    /// <summary>"£85.20 and EUR 20.00".</summary>
    public static string Total(CountedCash cash, CashRules money) => string.Join(" and ", cash.Foreign
        .Select(foreign => $"{foreign.Currency} {Foreign(foreign.Amount)}")
        .Prepend(cash.Currency == money.Currency ? Amount(cash.Total, money) : $"{cash.Currency} {Foreign(cash.Total)}"));

    /// <summary>"1 × £50, 3 × £5".</summary>
    public static string Pieces(CountedCash cash, CashRules money) => cash.Pieces.Count == 0
        ? $"no {money.Currency} notes or coins"
        : string.Join(", ", cash.Pieces.Select(piece => string.Create(CultureInfo.InvariantCulture, $"{piece.Count} × {Piece(piece.Value, money)}")));
}
