using System.Diagnostics;
using System.Globalization;

namespace LostFound.Benchmarks.Measure;

/// <summary>Says on standard error what is going on; standard output holds nothing but the result.</summary>
internal sealed class Progress(TextWriter writer)
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private string _part = string.Empty;

    public void Begin(string part) => _part = part;

    public void Say(string what) => writer.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"[{Stopwatch.GetElapsedTime(_begun).TotalSeconds,5:F0} s] {_part}: {what}"));
}
