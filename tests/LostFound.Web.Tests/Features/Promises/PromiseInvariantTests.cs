using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Promises;

/// <summary>Whatever happens to claims, in whatever order: each guest who waits is owed exactly one next word, and the claim says which.</summary>
public sealed class PromiseInvariantTests : ServerTest
{
    private const int Steps = 60;
    private readonly List<Guid> claims = [];
    private IServiceScope scope = null!;

    protected override async Task ArrangeAsync()
    {
        await Server.StopKeepingPromisesAsync();
        await Server.AddStaffAsync(StaffRole.Supervisor, "Ines");
        scope = Server.Services.CreateScope();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_guest_who_waits_is_owed_one_next_word_after_every_step(int seed)
    {
        var dice = new Random(seed);
        var done = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            done.Add(await StepAsync(dice));
            await CheckAsync($"seed {seed}: {string.Join(", ", done)}");
        }
        // The dice must have reached the corners, else this proves little.
        var statuses = await Server.Store.ReadAsync(db => db.Promises.Select(p => p.Status).Distinct().ToListAsync());
        Assert.Superset(new HashSet<PromiseStatus> { PromiseStatus.Kept, PromiseStatus.Broken, PromiseStatus.Open }, statuses.ToHashSet());
    }

    private async Task<string> StepAsync(Random dice)
    {
        Server.Clock.Advance(TimeSpan.FromMinutes(dice.Next(5, 400)));
        var act = dice.Next(9);
        if (act == 0 || claims.Count == 0)
        {
            claims.Add((await Server.AddClaimAsync(wordDueIn: TimeSpan.FromMinutes(dice.Next(30, 600)))).Id);
            return "file";
        }
        var id = claims[dice.Next(claims.Count)];
        return act switch
        {
            1 or 2 => await SweepAsync(),
            3 => await AskAsync(id),
            4 => await AnswerAsync(id),
            5 => await ConfirmAsync(id),
            6 => await ReleaseAsync(id),
            7 => await SpeakOrExplainAsync(id),
            _ => dice.Next(3) == 0 ? await WithdrawAsync(id) : await SweepAsync(),
        };
    }

    private async Task CheckAsync(string story)
    {
        var rows = await Server.Store.ReadAsync(db => db.Claims.Select(c => new
        {
            c.Status,
            c.NextWordBy,
            Open = db.Promises.Where(p => p.ClaimId == c.Id && p.Kind == PromiseKind.NextWord && p.Status == PromiseStatus.Open).Select(p => p.DueAt).ToList(),
        }).ToListAsync());
        foreach (var row in rows)
        {
            Assert.True(row.Open.Count == (row.Status.OwesWord() ? 1 : 0), $"{row.Status} has {row.Open.Count} open promises after {story}");
            Assert.True(row.NextWordBy == (row.Open.Count == 0 ? null : row.Open[0]), $"{row.NextWordBy:O} is not what is promised after {story}");
        }
    }

    private async Task<string> SweepAsync()
    {
        await Server.Services.GetRequiredService<KeepPromises>().SweepAsync(default);
        return "sweep";
    }

    private async Task<string> AskAsync(Guid id)
    {
        await Use<AskGuest>().HandleAsync(id, [$"What is in it? {Guid.NewGuid():N}"], Rows.Registrar, default);
        return "ask";
    }

    private async Task<string> AnswerAsync(Guid id)
    {
        if (await Server.Store.ReadAsync(db => db.ProofQuestions.FirstOrDefaultAsync(q => q.ClaimId == id && q.Answer == null)) is { } question)
            await Use<AnswerQuestion>().HandleAsync(id, question.Id, "A caricature", default);
        return "answer";
    }

    private async Task<string> ConfirmAsync(Guid id)
    {
        var item = await Server.AddItemAsync();
        var candidate = new Candidate { Id = Guid.NewGuid(), ClaimId = id, ItemId = item.Id, Bits = 8, Probability = .9, Contributions = "[]", ModelVersion = "test", Status = CandidateStatus.Open };
        await Server.Store.WriteAsync(db => { db.Candidates.Add(candidate); return Task.CompletedTask; }, default);
        await Use<ConfirmMatch>().HandleAsync(new Decision(candidate.Id, candidate.Version, Guid.NewGuid()), Rows.Registrar, default);
        return "confirm";
    }

    private async Task<string> ReleaseAsync(Guid id)
    {
        if (await Server.Store.ReadAsync(db => db.Candidates.FirstOrDefaultAsync(k => k.ClaimId == id && k.Status == CandidateStatus.Confirmed)) is { } held)
            await Use<ReleaseMatch>().HandleAsync(new Decision(held.Id, held.Version, Guid.NewGuid()), mayStillBeTheirs: false, Rows.Registrar, default);
        return "release";
    }

    private async Task<string> SpeakOrExplainAsync(Guid id)
    {
        var promises = await Server.Store.ReadAsync(db => db.Promises.Where(p => p.ClaimId == id).ToListAsync());
        if (promises.Find(p => p.NeedsExplanation) is { } missed)
            await Use<ExplainMiss>().HandleAsync(missed.Id, "Nobody took over the list.", Rows.Registrar, default);
        else if (promises.Find(p => p.IsOpen) is { } open)
            await Use<KeepByPerson>().HandleAsync(open.Id, "Told them how it stands", Rows.Registrar, default);
        return "speak";
    }

    private async Task<string> WithdrawAsync(Guid id)
    {
        await Use<WithdrawClaim>().HandleAsync(id, found: false, default);
        return "withdraw";
    }

    private T Use<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
