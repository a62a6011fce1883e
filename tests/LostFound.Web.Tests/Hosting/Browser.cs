using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LostFound.Web.Tests.Hosting;

/// <summary>
/// What a person does with a browser that has JavaScript switched off: opens addresses, fills in the forms that
/// a page really contains (hidden fields included), sends them, follows redirects.
/// </summary>
public sealed class Browser(HttpClient http, CookieJar jar) : IDisposable
{
    public HttpClient Http => http;

    public CookieJar Jar => jar;

    public async Task<Page> OpenAsync(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        return await FollowAsync(await http.SendAsync(request));
    }

    /// <summary>
    /// Sends the form of <paramref name="page"/> that <paramref name="selector"/> names, as it stands, with
    /// <paramref name="typed"/> typed, chosen or ticked over it. A field typed more than once is sent so.
    /// </summary>
    public Task<Page> SendAsync(Page page, string selector, params (string Name, string Value)[] typed) =>
        SendAsync(page, selector, [], typed);

    public async Task<Page> SendAsync(Page page, string selector, IEnumerable<(string Name, string FileName, byte[] Bytes)> files, params (string Name, string Value)[] typed)
    {
        var form = page.Document.QuerySelector(selector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form '{selector}' at {page.Address}:\n{page.Text}");
        var fields = StandingFields(form).Where(f => !typed.Any(t => t.Name == f.Name)).Concat(typed).ToList();
        var multipart = form.Enctype == "multipart/form-data";
        HttpContent content = multipart ? Multipart(fields, files) : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var action = form.GetAttribute("action") is { Length: > 0 } named ? new Uri(page.Address, named) : page.Address;
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        return await FollowAsync(await http.SendAsync(request));
    }

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Multipart(List<(string Name, string Value)> fields, IEnumerable<(string Name, string FileName, byte[] Bytes)> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, fileName);
        return content;
    }

    private static IEnumerable<(string Name, string Value)> StandingFields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var field = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "file" or "submit" or "button" } => null,
                IHtmlInputElement input => ((string?)input.Name, input.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                IHtmlSelectElement select => (select.Name, select.Value ?? ""),
                _ => ((string?, string)?)null,
            };
            if (field is ({ Length: > 0 } name, var value))
                yield return (name, value);
        }
    }

    private async Task<Page> FollowAsync(HttpResponseMessage response)
    {
        for (var hops = 0; hops < 5 && response.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect; hops++)
            response = await http.GetAsync(response.Headers.Location);
        var html = await response.Content.ReadAsStringAsync();
        return new Page(response.RequestMessage!.RequestUri!, response, await new HtmlParser().ParseDocumentAsync(html), html);
    }
}

/// <summary>What the browser shows after following redirects.</summary>
public sealed record Page(Uri Address, HttpResponseMessage Response, IHtmlDocument Document, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string Headline => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text => Document.Body?.TextContent ?? "";

    public IElement? Find(string selector) => Document.QuerySelector(selector);
}
