namespace LostFound.Web.Shared.Http;

/// <summary>The one place where a refusal becomes HTTP.</summary>
public static class RefusalResults
{
    public static int Status(this Refusal refusal) => StatusOf(refusal.Kind);

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>For scripts and integrations: the words and the field, with the status.</summary>
    public static IResult AsJson(this Refusal refusal) =>
        Results.Json(new { message = refusal.Message, field = refusal.Field }, statusCode: refusal.Status());
}
