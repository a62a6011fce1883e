using LostFound.Web.Configuration;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>
/// The link that makes the first admin, printed where only the operator looks: on the console of a server whose
/// database has no staff. A restart makes a new one and voids the one before.
/// </summary>
public static class SetUpLink
{
    /// <summary>Call it after the server started, when it knows its addresses.</summary>
    public static async Task PrintIfEmptyAsync(WebApplication app, TextWriter output)
    {
        var store = app.Services.GetRequiredService<Store>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var code = EnrolmentCodes.NewLink();
        var made = await store.WriteAsync<bool>(async db =>
        {
            if (await db.Staff.AnyAsync())
                return false;
            await db.EnrolmentCodes.Where(c => c.Purpose == EnrolmentPurpose.SetUp).ExecuteDeleteAsync();
            db.EnrolmentCodes.Add(new EnrolmentCode { CodeHash = EnrolmentCodes.Hash(code), Purpose = EnrolmentPurpose.SetUp, ExpiresAt = now + StaffLimits.SetUpLinkLives });
            return true;
        }, CancellationToken.None);
        if (!made.Value)
            return;
        var venue = app.Services.GetRequiredService<ConfigStore>().Current.Venue;
        var server = venue.PublicUrl is { Length: > 0 } configured ? configured : FromThisMachine(app.Urls.FirstOrDefault() ?? "http://localhost");
        await output.WriteLineAsync($"""

            Nobody is set up yet. Open this link within 24 hours on the device that is to become the first one; it works once:

              {server}/setup/{code}

            """);
    }

    /// <summary>An address to listen on, such as http://[::]:8080, as one to open here.</summary>
    private static string FromThisMachine(string listening) =>
        new[] { "[::]", "0.0.0.0", "+", "*" }.Aggregate(listening.TrimEnd('/'), (url, any) => url.Replace($"//{any}", "//localhost", StringComparison.Ordinal));
}
