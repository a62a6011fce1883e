using LostFound.ParkDay.Day;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LostFound.Web.Tests.Features.Promises;

/// <summary>
/// A whole day of a busy park, minute by minute, before the real handlers and the real database: what a simulation can
/// only assume of itself.
/// </summary>
public sealed class SimulatedDayTests : ServerTest
{
    /// <summary>The software stands still for so long, over promises that fall due then.</summary>
    private static readonly (DateTime From, DateTime Until) Standstill = (ParkHours.At(15.95), ParkHours.At(16.15));

    [Fact]
    public async Task At_no_minute_of_the_day_an_open_claim_is_without_its_promise_and_of_a_thousand_995_are_kept()
    {
        await Server.AddStaffAsync(StaffRole.Supervisor, "Ines");
        await StopWorkersAsync();
        var day = new SimulatedDay(Server, new LostDay(1));
        day.Plan();
        var (claimMinutes, without) = (0, new List<string>());

        for (var minute = ParkHours.Opens; minute < ParkHours.At(24 + 13); minute = minute.AddMinutes(1))
        {
            await day.PlayUntilAsync(minute);
            if (minute < Standstill.From || minute >= Standstill.Until)
                await Server.Services.GetRequiredService<KeepPromises>().SweepAsync(default);
            var (open, wrong) = await LookAsync();
            claimMinutes += open;
            without.AddRange(wrong.Select(reference => $"{reference} at {minute:HH:mm}"));
        }

        Assert.True(claimMinutes > 50_000, $"{claimMinutes} minutes of open claims were looked at");
        Assert.Empty(without);
        var settled = await Server.Store.ReadAsync(db => db.Promises.Where(p => p.Miss > 0 || p.Status == PromiseStatus.Kept).Select(p => p.Miss > 0).ToListAsync());
        var kept = settled.Count(missed => !missed);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kept} of {settled.Count} promises kept, {claimMinutes} claim minutes");
        Assert.True(settled.Count > 200, $"{settled.Count} promises were settled");
        Assert.True(kept >= 0.995 * settled.Count, $"{kept} of {settled.Count} were kept");
    }

    /// <summary>The promises are looked after by the test's clock alone, and nothing is compared.</summary>
    private async Task StopWorkersAsync()
    {
        foreach (var worker in Server.Services.GetServices<IHostedService>().Where(s => s is KeepPromises or MatchWorker))
            await worker.StopAsync(CancellationToken.None);
        Server.Clock.Advance(ParkHours.Opens.AddMinutes(-5) - Server.Clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>How many guests wait, and which of them are not promised exactly one next word, or another one than their page says.</summary>
    private Task<(int Open, List<string> Wrong)> LookAsync() => Server.Store.ReadAsync(async db =>
    {
        var open = db.Claims.Where(c => c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking || c.Status == ClaimStatus.ReadyToCollect);
        var wrong = await open
            .Where(c => db.Promises.Count(p => p.ClaimId == c.Id && p.Kind == PromiseKind.NextWord && p.Status == PromiseStatus.Open && p.DueAt == c.NextWordBy) != 1)
            .Select(c => c.Reference).ToListAsync();
        return (await open.CountAsync(), wrong);
    });
}
