using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui.Pages;
using Microsoft.AspNetCore.Diagnostics;

namespace LostFound.Web.Shared.Http;

/// <summary>What people see when an address, a request or the server itself fails: a page, never a trace.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowFault });
        app.UseStatusCodePages(ShowStatus);
    }

    /// <summary>The refusal as a page of its own, for where there is no form to show it in.</summary>
    public static IResult AsPage(this Refusal refusal, string title, string nextHref = "/", string? nextText = null) =>
        Render.Page<RefusedPage>(new { Title = title, refusal.Message, refusal.Key, NextHref = nextHref, NextText = nextText }, refusal.Status(), noStore: true);

    private static Task ShowFault(HttpContext context)
    {
        LanguageChoice.Speak(context);
        // A body that is too long or broken is the sender's doing, not a fault of the server.
        var status = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        context.Response.StatusCode = status;
        return status == StatusCodes.Status500InternalServerError
            ? Answer(context, Render.Page<ErrorPage>(new { Reference = context.TraceIdentifier }, status, noStore: true), WordsOf(context)["errors.fault-short"])
            : ShowStatus(context, status);
    }

    private static Task ShowStatus(StatusCodeContext context) => ShowStatus(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static Task ShowStatus(HttpContext context, int status)
    {
        LanguageChoice.Speak(context);
        var words = WordsOf(context);
        var (title, message) = status switch
        {
            StatusCodes.Status401Unauthorized => (words["errors.sign-in-title"], words["errors.sign-in"]),
            StatusCodes.Status403Forbidden => (words["errors.role-title"], words["errors.role"]),
            StatusCodes.Status404NotFound => (words["errors.not-found-title"], words["errors.not-found-short"]),
            StatusCodes.Status405MethodNotAllowed => (words["errors.method-title"], words["errors.method"]),
            StatusCodes.Status413PayloadTooLarge => (words["errors.too-large-title"], words["errors.too-large"]),
            StatusCodes.Status429TooManyRequests => (words["errors.too-many-title"], words["errors.too-many"]),
            _ => (words["errors.broken-title"], words["errors.broken"]),
        };
        var page = status == StatusCodes.Status404NotFound
            ? Render.Page<NotFoundPage>(status: status)
            : Render.Page<RefusedPage>(new { Title = title, Message = message }, status, noStore: true);
        return Answer(context, page, message);
    }

    private static Words WordsOf(HttpContext context) => context.RequestServices.GetRequiredService<Words>();

    private static Task Answer(HttpContext context, IResult page, string message) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? page.ExecuteAsync(context)
            : Results.Json(new { message }, statusCode: context.Response.StatusCode).ExecuteAsync(context);
}
