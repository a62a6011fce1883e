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
    public static IResult AsPage(this Refusal refusal, string title, string nextHref = "/", string nextText = "Go to the start") =>
        Render.Page<RefusedPage>(new { Title = title, refusal.Message, NextHref = nextHref, NextText = nextText }, refusal.Status(), noStore: true);

    private static Task ShowFault(HttpContext context)
    {
        // A body that is too long or broken is the sender's doing, not a fault of the server.
        var status = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        context.Response.StatusCode = status;
        return status == StatusCodes.Status500InternalServerError
            ? Answer(context, Render.Page<ErrorPage>(new { Reference = context.TraceIdentifier }, status, noStore: true), "Something went wrong on our side. Try again in a moment.")
            : ShowStatus(context, status);
    }

    private static Task ShowStatus(StatusCodeContext context) => ShowStatus(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static Task ShowStatus(HttpContext context, int status)
    {
        var (title, message) = status switch
        {
            StatusCodes.Status401Unauthorized => ("Please sign in", "This page is for staff who are signed in."),
            StatusCodes.Status403Forbidden => ("This needs another role", "Your role does not open this page. A supervisor can help."),
            StatusCodes.Status404NotFound => ("We looked, but this page isn't here", "The address may be mistyped or cut short."),
            StatusCodes.Status405MethodNotAllowed => ("This address only takes what its own page sends", "Open the page and send its form again."),
            StatusCodes.Status413PayloadTooLarge => ("That was too much to send at once", "Send fewer or smaller pictures. What you typed is still on the page before this one."),
            StatusCodes.Status429TooManyRequests => ("A short pause, please", "Very many requests came from your network at once. Go back and send it again in a minute: what you typed is kept."),
            _ => ("That request did not arrive whole", "Go back and send it again."),
        };
        var page = status == StatusCodes.Status404NotFound
            ? Render.Page<NotFoundPage>(status: status)
            : Render.Page<RefusedPage>(new { Title = title, Message = message }, status, noStore: true);
        return Answer(context, page, message);
    }

    private static Task Answer(HttpContext context, IResult page, string message) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? page.ExecuteAsync(context)
            : Results.Json(new { message }, statusCode: context.Response.StatusCode).ExecuteAsync(context);
}
