using System.Net;

namespace LostFound.ParkDay.Against;

/// <summary>What the other side did wrong, in words for whoever started the play.</summary>
internal sealed class AgainstException(string message) : Exception(message);

/// <summary>A page as it came, after its redirects.</summary>
internal sealed record WebPage(Uri Address, string Html);

/// <summary>A browser without script: it opens pages, keeps its cookies and sends the forms that the pages really contain.</summary>
internal sealed class Visitor : IDisposable
{
    private const int MostHops = 5;
    private readonly HttpClient http;

    public Visitor(Uri server)
    {
        // Only what a phone in the park would wait for, too.
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public void Dispose() => http.Dispose();

    public async Task<WebPage> OpenAsync(string address, CancellationToken stop)
    {
        return await FollowAsync(await http.GetAsync(address, stop), stop);
    }

    /// <summary>Sends the form whose address ends so, as it stands in the page, with what is typed or pressed on top.</summary>
    public async Task<WebPage> SendAsync(WebPage page, string actionEnd, CancellationToken stop, params (string Name, string Value)[] typed)
    {
        var form = HtmlForm.Find(page.Html, actionEnd) ?? throw new AgainstException($"{page.Address.AbsolutePath} has no form to {actionEnd}: is this the right server, and is its desk open now?");
        var fields = form.Hidden.Where(f => !typed.Any(t => t.Name == f.Key)).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await FollowAsync(await http.PostAsync(new Uri(page.Address, form.Action), content, stop), stop);
    }

    private async Task<WebPage> FollowAsync(HttpResponseMessage response, CancellationToken stop)
    {
        for (var hops = 0; hops < MostHops && response.Headers.Location is { } next; hops++)
        {
            KeepCookies();
            var from = response.RequestMessage!.RequestUri!;
            response.Dispose();
            response = await http.GetAsync(new Uri(from, next), stop);
        }
        KeepCookies();
        using (response)
        {
            var asked = response.RequestMessage!;
            // A form that was not taken comes back as a page that says why.
            return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.UnprocessableEntity
                ? new WebPage(asked.RequestUri!, await response.Content.ReadAsStringAsync(stop))
                : throw new AgainstException($"{asked.Method} {asked.RequestUri!.AbsolutePath} was answered with {(int)response.StatusCode} {response.ReasonPhrase}.");
        }
    }

    /// <summary>Browsers send Secure cookies to the machine itself over plain HTTP too; .NET doesn't.</summary>
    private void KeepCookies()
    {
        if (http.BaseAddress is not { IsLoopback: true, Scheme: "http" })
            return;
        foreach (var cookie in Cookies.GetAllCookies().Where(c => c.Secure))
            cookie.Secure = false;
    }
}
