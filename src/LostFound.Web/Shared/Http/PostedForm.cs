using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;

namespace LostFound.Web.Shared.Http;

/// <summary>
/// What a form sent, with its antiforgery token checked. Every endpoint that takes a form binds this, and no
/// other way is allowed (EndpointTests). Unlike the framework's own binding, a stale token or a broken body
/// does not lose what was typed: the fields are here as far as they could be read, beside the problem.
/// </summary>
public sealed class PostedForm : IEndpointParameterMetadataProvider
{
    private PostedForm(IFormCollection fields, Refusal? problem) => (Fields, Problem) = (fields, problem);

    public IFormCollection Fields { get; }

    public IFormFileCollection Files => Fields.Files;

    /// <summary>Why this form must not be acted on; null when it may be.</summary>
    public Refusal? Problem { get; }

    /// <summary>A field as typed, with line ends as \n; empty when it was not sent.</summary>
    public string Text(string name) => Fields[name].ToString().ReplaceLineEndings("\n");

    /// <summary>What no page of ours sends: a field cut short or left out.</summary>
    public static readonly Refusal Damaged = new(RefusalKind.Invalid, "The form arrived damaged. Send it again.");

    /// <summary>Every value of a field that may be ticked more than once, without blanks or repeats.</summary>
    public string[] Many(string name) => [.. Fields[name].Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)!];

    public static async ValueTask<PostedForm> BindAsync(HttpContext context)
    {
        IFormCollection fields;
        try
        {
            fields = context.Request.HasFormContentType
                ? await context.Request.ReadFormAsync(context.RequestAborted)
                : FormCollection.Empty;
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new PostedForm(FormCollection.Empty, new Refusal(RefusalKind.TooLarge, "That was too much to send at once. Send fewer or smaller pictures."));
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return new PostedForm(FormCollection.Empty, Damaged);
        }
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context)
            ? new PostedForm(fields, null)
            : new PostedForm(fields, new Refusal(RefusalKind.Invalid, "This page had been open for a long time. Nothing you typed is lost: send it once more."));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new ChecksAntiforgery());
}

/// <summary>On every endpoint that checks the antiforgery token.</summary>
public sealed record ChecksAntiforgery;
