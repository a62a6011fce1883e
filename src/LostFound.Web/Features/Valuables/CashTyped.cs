using System.Globalization;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Valuables;

public sealed record ForeignTyped(string Currency, string Amount);

/// <summary>A count as it was typed, right or wrong, so that a refused form shows it again unchanged.</summary>
public sealed record CashTyped
{
    /// <summary>By the value of the note or coin.</summary>
    public IReadOnlyDictionary<decimal, string> Pieces { get; init; } = new Dictionary<decimal, string>();

    public IReadOnlyList<ForeignTyped> Foreign { get; init; } = [.. Enumerable.Repeat(new ForeignTyped("", ""), ValuablesLimits.ForeignLines)];

    public static CashTyped From(PostedForm form, CashRules money) => new()
    {
        Pieces = money.Notes.Concat(money.Coins).ToDictionary(value => value, value => form.Text(CashFields.Piece(value)).Trim()),
        Foreign = [.. Enumerable.Range(0, ValuablesLimits.ForeignLines)
            .Select(line => new ForeignTyped(form.Text(CashFields.Currency(line)).Trim(), form.Text(CashFields.Amount(line)).Trim()))],
    };

    /// <summary>Null when something is wrong, and then <paramref name="errors"/> says what.</summary>
    public CountedCash? Check(CashRules money, FormErrors errors)
    {
        var before = errors.Count;
        var pieces = Pieces.OrderByDescending(typed => typed.Key).Select(typed => CheckPiece(typed.Key, typed.Value, money, errors)).ToList();
        var foreign = Foreign.Select((typed, line) => CheckForeign(typed, line, money, errors)).OfType<ForeignCash>().ToList();
        // A form left empty by mistake must not seal an empty purse; a nought says that somebody looked.
        if (errors.Count == before && foreign.Count == 0 && Pieces.Values.All(typed => typed.Length == 0))
            errors.Add(CashFields.Piece(money.Notes.Max()), "Count what is there. If there is no cash in it, type 0 in one field");
        return errors.Count > before
            ? null
            : new CountedCash(money.Currency, [.. pieces.Where(piece => piece.Count > 0)],
                [.. foreign.GroupBy(f => f.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ForeignCash(g.Key, g.Sum(f => f.Amount)))]);
    }

    private static CashPiece CheckPiece(decimal value, string typed, CashRules money, FormErrors errors)
    {
        var count = 0;
        if (typed.Length > 0 && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count > ValuablesLimits.MostPieces))
            errors.Add(CashFields.Piece(value), $"How many of {CashWords.Piece(value, money)}? Type a whole number, such as 3");
        return new CashPiece(value, count);
    }

    private static ForeignCash? CheckForeign(ForeignTyped typed, int line, CashRules money, FormErrors errors)
    {
        if (typed is { Currency.Length: 0, Amount.Length: 0 })
            return null;
        var currency = typed.Currency.ToUpperInvariant();
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            errors.Add(CashFields.Currency(line), "Type the currency’s three letters, such as EUR, or XXX if nobody knows it");
        else if (currency == money.Currency)
            errors.Add(CashFields.Currency(line), $"{money.Currency} is counted above, piece by piece");
        if (!decimal.TryParse(typed.Amount.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount <= 0 || amount > ValuablesLimits.MostForeign)
            errors.Add(CashFields.Amount(line), "How much of it? Type an amount, such as 20 or 12.50");
        return new ForeignCash(currency, amount);
    }
}

/// <summary>The names of the form's fields, which are also their ids on the page.</summary>
public static class CashFields
{
    public const string Seal = "seal";
    public const string Bin = "bin";
    public const string Ticket = "ticket";

    /// <summary>The button that only asks for the sum.</summary>
    public const string Sum = "sum";

    public static string Piece(decimal value) => "count-" + value.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', '-');

    public static string Currency(int line) => string.Create(CultureInfo.InvariantCulture, $"foreign-{line + 1}");

    public static string Amount(int line) => string.Create(CultureInfo.InvariantCulture, $"foreign-{line + 1}-amount");
}
