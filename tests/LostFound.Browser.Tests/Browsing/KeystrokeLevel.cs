using System.Globalization;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// How long a practised person needs, after the keystroke-level model: Card, Moran and Newell, "The keystroke-level
/// model for user performance time with interactive systems", Communications of the ACM 23(7), 1980, with its values.
/// </summary>
/// <param name="Taps">Touches counted in the page. A finger points and presses at once: P and B.</param>
/// <param name="Keys">Keys counted in the page: K each.</param>
/// <param name="Decisions">M each: one before every unit of thought, such as which kind it is.</param>
/// <param name="Homings">H each: the hand goes between the item, the screen and the keyboard.</param>
/// <param name="Response">R: what the person waited for the system, measured.</param>
public sealed record KeystrokeLevel(int Taps, int Keys, int Decisions, int Homings, TimeSpan Response)
{
    /// <summary>An average typist, 40 words a minute.</summary>
    public const double K = 0.28;
    public const double P = 1.10;
    public const double B = 0.10;
    public const double H = 0.40;
    public const double M = 1.35;

    public double Seconds => Taps * (P + B) + Keys * K + Decisions * M + Homings * H + Response.TotalSeconds;

    public string Said(string what) => string.Create(CultureInfo.InvariantCulture,
        $"{what}: {Taps} taps, {Keys} keys; keystroke-level model {Seconds:0.0} s = {Taps} x (P {P:0.00} + B {B:0.00}) + {Keys} x K {K:0.00} + {Decisions} x M {M:0.00} + {Homings} x H {H:0.00} + R {Response.TotalSeconds:0.0}");
}
