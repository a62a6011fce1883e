using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// Stands behind every page of a browser profile and notes what no user would report and every developer should
/// know: console errors, uncaught exceptions, broken rules of the content security policy, failed requests.
/// </summary>
public sealed class Watch
{
    private const string ReportViolations = """
        addEventListener("securitypolicyviolation", (event) =>
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`));
        """;

    private readonly ConcurrentQueue<string> noted = new();
    private readonly ConcurrentBag<Regex> expected = [];

    public IReadOnlyList<string> Problems => [.. noted.Where(problem => !expected.Any(pattern => pattern.IsMatch(problem))).Distinct()];

    public static async Task<Watch> OverAsync(IBrowserContext context)
    {
        var watch = new Watch();
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                watch.noted.Enqueue($"console: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => watch.noted.Enqueue($"exception: {error.Error}");
        context.RequestFailed += (_, request) =>
        {
            // Aborted means that the page itself no longer wanted it, as when somebody clicks on.
            if (request.Failure != "net::ERR_ABORTED")
                watch.noted.Enqueue($"failed request: {request.Failure} {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 500)
                watch.noted.Enqueue($"status {response.Status}: {response.Url}");
        };
        await context.AddInitScriptAsync(ReportViolations);
        return watch;
    }

    /// <summary>Names what the test itself brings about, such as a cut network.</summary>
    public void Expect(string pattern) => expected.Add(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
}
