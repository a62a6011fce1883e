using System.Text.Json;

namespace LostFound.Web.Features.Valuables;

/// <param name="Count">How many of them; never 0.</param>
public sealed record CashPiece(decimal Value, int Count);

/// <param name="Currency">ISO 4217.</param>
public sealed record ForeignCash(string Currency, decimal Amount);

/// <summary>What one person counted: only what is there, largest first, each foreign currency once.</summary>
/// <param name="Currency">The venue's own, of which the pieces are.</param>
public sealed record CountedCash(string Currency, IReadOnlyList<CashPiece> Pieces, IReadOnlyList<ForeignCash> Foreign)
{
    /// <summary>Of the venue's own money.</summary>
    public decimal Total => Pieces.Sum(piece => piece.Value * piece.Count);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static CountedCash FromJson(string json) => JsonSerializer.Deserialize<CountedCash>(json) ?? throw new InvalidDataException("A count of cash is empty.");

    /// <summary>Where the two counts are not the same; nothing when they agree.</summary>
    public CountDifference[] DifferencesFrom(CountedCash second)
    {
        var values = Pieces.Concat(second.Pieces).Select(piece => piece.Value).Distinct().OrderDescending()
            .Select(value => new CountDifference(value, null, CountOf(value), second.CountOf(value)));
        var currencies = Foreign.Concat(second.Foreign).Select(foreign => foreign.Currency).Distinct(StringComparer.Ordinal)
            .Select(currency => new CountDifference(null, currency, AmountOf(currency), second.AmountOf(currency)));
        return [.. values.Concat(currencies).Where(difference => difference.First != difference.Second)];
    }

    private int CountOf(decimal value) => Pieces.FirstOrDefault(piece => piece.Value == value)?.Count ?? 0;

    private decimal AmountOf(string currency) => Foreign.FirstOrDefault(foreign => foreign.Currency == currency)?.Amount ?? 0;
}

/// <summary>One kind of note, coin or currency that two people counted differently.</summary>
/// <param name="Value">Of the venue's own note or coin; null for a foreign currency.</param>
/// <param name="Currency">The foreign currency; null for the venue's own.</param>
/// <param name="First">Pieces, or the foreign amount.</param>
public sealed record CountDifference(decimal? Value, string? Currency, decimal First, decimal Second);
