using System.Text.RegularExpressions;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Home;

/// <summary>
/// A guest pastes the link of a claim, or the token at its end, and is taken there. Whether that claim exists
/// is for the claim's page to say, in the same words and time for every token.
/// </summary>
internal static partial class FindClaim
{
    /// <summary>Room for a whole shared message with the link inside it.</summary>
    public const int MaxTyped = 2000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/find", () => Render.Page<FindClaimPage>(noStore: true));
        app.MapPost("/find", Handle).RequireRateLimiting(RateLimits.LookUp);
    }

    private static IResult Handle(PostedForm form, Words say)
    {
        var typed = form.Text("link");
        if (form.Problem is { } problem)
            return Refuse(typed, problem.Message);
        return TokenIn(typed) is { } token
            ? new SeeOther($"/c/{token}")
            : Refuse(typed, WhatIsWrong(typed, say));
    }

    /// <summary>The token in a pasted link, message or bare token; null if there is none.</summary>
    internal static string? TokenIn(string typed)
    {
        if (typed.Length > MaxTyped) return null;
        var match = InLink().Match(typed);
        if (!match.Success) match = Bare().Match(typed.Trim());
        return match.Success ? match.Groups["token"].Value : null;
    }

    private static string WhatIsWrong(string typed, Words say) => typed.Trim().Length switch
    {
        0 => say["home.find-empty"],
        > MaxTyped => say["home.find-too-long"],
        <= ShortReferenceLength => say["home.find-is-reference"],
        _ => say["home.find-no-link"],
    };

    private const int ShortReferenceLength = 12;

    private static IResult Refuse(string typed, string message)
        => Render.Page<FindClaimPage>(
            new { Typed = typed, Errors = new FormErrors().Add("link", message) },
            StatusCodes.Status422UnprocessableEntity,
            noStore: true);

    // 128 random bits are 22 characters of base64url, 26 of base 32, 32 of hex.
    [GeneratedRegex("/c/(?<token>[A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex InLink();

    [GeneratedRegex("^(?<token>[A-Za-z0-9_-]{20,64})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Bare();
}
