using System.Reflection;
using LostFound.Web.Languages;
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
    private readonly Words words;

    private PostedForm(Words words, IFormCollection fields, Refusal? problem) => (this.words, Fields, Problem) = (words, fields, problem);

    public IFormCollection Fields { get; }

    public IFormFileCollection Files => Fields.Files;

    /// <summary>Why this form must not be acted on; null when it may be.</summary>
    public Refusal? Problem { get; }

    /// <summary>A field as typed, with line ends as \n; empty when it was not sent.</summary>
    public string Text(string name) => Fields[name].ToString().ReplaceLineEndings("\n");

    /// <summary>What no page of ours sends: a field cut short or left out.</summary>
    public Refusal Damaged => new(RefusalKind.Invalid, words["errors.form-damaged"]);

    /// <summary>Every value of a field that may be ticked more than once, without blanks or repeats.</summary>
    public string[] Many(string name) => [.. Fields[name].Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)!];

    public static async ValueTask<PostedForm> BindAsync(HttpContext context)
    {
        var words = context.RequestServices.GetRequiredService<Words>();
        IFormCollection fields;
        try
        {
            fields = context.Request.HasFormContentType
                ? await context.Request.ReadFormAsync(context.RequestAborted)
                : FormCollection.Empty;
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new PostedForm(words, FormCollection.Empty, new Refusal(RefusalKind.TooLarge, words["errors.form-too-large"]));
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return new PostedForm(words, FormCollection.Empty, new Refusal(RefusalKind.Invalid, words["errors.form-damaged"]));
        }
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context)
            ? new PostedForm(words, fields, null)
            : new PostedForm(words, fields, new Refusal(RefusalKind.Invalid, words["errors.form-old"]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new ChecksAntiforgery());
}

/// <summary>On every endpoint that checks the antiforgery token.</summary>
public sealed record ChecksAntiforgery;
