using System.Globalization;
using System.Text.RegularExpressions;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Handover;

public enum SignatureKind
{
    /// <summary>Lines on the pad, as the path of an SVG picture.</summary>
    Drawn,

    /// <summary>The typed name: for people who cannot draw, and where no script runs.</summary>
    Typed,
}

/// <summary>A signature that was checked: either lines within the pad and nothing else, or the recipient's own name.</summary>
public sealed partial record Signature(SignatureKind Kind, string Content)
{
    public const string DrawnField = "signature";
    public const string TypedField = "typed";

    /// <summary>What somebody drew wins over what they typed: the pad is emptied with one press, if it was a slip.</summary>
    public static Outcome<Signature> Read(string drawn, string typed, string recipient)
    {
        if (drawn.Length > 0)
            return IsPath(drawn)
                ? new Signature(SignatureKind.Drawn, drawn)
                : new Refusal(RefusalKind.Invalid, "The signature did not arrive whole. Clear the pad and sign again.", DrawnField);
        if (string.IsNullOrWhiteSpace(typed))
            return new Refusal(RefusalKind.Invalid, "Sign on the pad, or type the name in its place", TypedField);
        var name = typed.Trim();
        return SearchText.Normalise(name) == SearchText.Normalise(recipient)
            ? new Signature(SignatureKind.Typed, name)
            : new Refusal(RefusalKind.Invalid, $"Type the name as it stands in the text: {recipient}", TypedField);
    }

    /// <summary>Moves and lines with numbers inside the pad. It is put into a page later, so nothing else may pass.</summary>
    private static bool IsPath(string drawn) =>
        drawn.Length is >= HandoverLimits.SignatureLeast and <= HandoverLimits.SignatureMost
        && drawn[0] == 'M'
        && WholePath().IsMatch(drawn)
        && Point().Matches(drawn).All(point => Number(point, "x") <= HandoverLimits.PadWidth && Number(point, "y") <= HandoverLimits.PadHeight);

    private static double Number(Match point, string name) => double.Parse(point.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([ML][0-9]{1,3}(\.[0-9])? [0-9]{1,3}(\.[0-9])?)+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WholePath();

    [GeneratedRegex("[ML](?<x>[0-9.]+) (?<y>[0-9.]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Point();
}
