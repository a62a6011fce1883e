using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Tests.Features.Valuables;

public sealed class CountedCashTests
{
    private static readonly CashRules Pounds = new("GBP", "£", [50, 20, 10, 5], [2, 1, 0.5m, 0.2m, 0.1m, 0.05m, 0.02m, 0.01m]);
    private static readonly CashRules Yen = new("JPY", "¥", [10_000, 1000], [500, 100, 50, 10, 5, 1]);

    [Fact]
    public void A_sum_of_pennies_is_exact()
    {
        var cash = Counted(Pounds, (50, "1"), (20, "3"), (0.1m, "3"), (0.01m, "99999"));

        Assert.Equal(1110.00m + 0.29m, cash.Total);
        Assert.Equal("£1,110.29", CashWords.Total(cash, Pounds));
        Assert.Equal("1 × £50, 3 × £20, 3 × £0.10, 99999 × £0.01", CashWords.Pieces(cash, Pounds));
    }

    [Fact]
    public void A_currency_without_pennies_is_said_without_them() =>
        Assert.Equal("¥12,500", CashWords.Total(Counted(Yen, (10_000, "1"), (1000, "2"), (500, "1")), Yen));

    [Fact]
    public void Foreign_money_of_one_currency_is_one_amount_whatever_its_spelling()
    {
        var cash = Check(Pounds, [("eur", "12,50"), ("EUR", "7.5")], out _, (5, "0"));

        Assert.Equal([new ForeignCash("EUR", 20.0m)], cash!.Foreign);
        Assert.Equal("£0.00 and EUR 20.00", CashWords.Total(cash, Pounds));
    }

    [Theory]
    [InlineData("3.5", "", "", "count-5")]
    [InlineData("-1", "", "", "count-5")]
    [InlineData("100000", "", "", "count-5")]
    [InlineData("", "EU", "5", "foreign-1")]
    [InlineData("", "GBP", "5", "foreign-1")]
    [InlineData("", "EUR", "", "foreign-1-amount")]
    [InlineData("", "EUR", "0", "foreign-1-amount")]
    [InlineData("", "EUR", "1.000,50", "foreign-1-amount")]
    [InlineData("", "", "", "count-50")]
    public void What_is_no_count_is_refused_at_its_field(string fives, string currency, string amount, string field)
    {
        Assert.Null(Check(Pounds, [(currency, amount)], out var errors, (5, fives), (50, "")));

        Assert.Equal(field, Assert.Single(errors).Field);
    }

    [Fact]
    public void A_nought_says_that_somebody_looked() => Assert.Empty(Counted(Pounds, (0.01m, "0")).Pieces);

    [Fact]
    public void Two_counts_differ_by_piece_even_when_their_sums_agree()
    {
        var first = Counted(Pounds, (10, "2"), (5, "1"));
        var second = Counted(Pounds, (20, "1"), (5, "1"));

        Assert.Equal(first.Total, second.Total);
        Assert.Equal([new CountDifference(20, null, 0, 1), new CountDifference(10, null, 2, 0)], first.DifferencesFrom(second));
        Assert.Empty(first.DifferencesFrom(Counted(Pounds, (5, "1"), (10, "2"), (50, "0"))));
    }

    [Fact]
    public void A_count_is_the_same_after_it_was_written_down()
    {
        var cash = Check(Pounds, [("USD", "3")], out _, (0.5m, "7"))!;

        Assert.Empty(cash.DifferencesFrom(CountedCash.FromJson(cash.ToJson())));
    }

    private static CountedCash Counted(CashRules money, params (decimal Value, string Typed)[] pieces)
    {
        var cash = Check(money, [], out var errors, pieces);
        Assert.Empty(errors);
        return cash!;
    }

    private static CountedCash? Check(CashRules money, (string Currency, string Amount)[] foreign, out FormErrors errors, params (decimal Value, string Typed)[] pieces)
    {
        errors = new FormErrors();
        var typed = new CashTyped
        {
            Pieces = pieces.ToDictionary(piece => piece.Value, piece => piece.Typed),
            Foreign = [.. foreign.Select(f => new ForeignTyped(f.Currency, f.Amount))],
        };
        return typed.Check(money, errors);
    }
}
