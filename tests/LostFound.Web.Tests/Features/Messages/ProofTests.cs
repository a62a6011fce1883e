using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Messages;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Messages;

public sealed class ProofTests : SignedInTest
{
    private Browser guest = null!;
    private string address = "";
    private Claim claim = null!;

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        address = (await guest.FileClaimAsync()).Address.AbsolutePath;
        claim = await Server.Store.OnlyClaimAsync();
        await Server.StopKeepingPromisesAsync();
    }

    [Fact]
    public async Task Several_questions_at_once_are_one_round_and_one_line_of_the_story()
    {
        await AskAsync("What is inside it?", "How does it close?");

        var page = await guest.OpenAsync(address);
        Assert.Equal(2, page.Document.QuerySelectorAll("form.question").Length);
        Assert.Equal([1, 1], await Server.Store.ReadAsync(db => db.ProofQuestions.Select(q => q.Round).ToListAsync()));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.Asked)));
    }

    [Fact]
    public async Task After_the_last_round_only_the_desk_goes_on_and_the_guest_is_told_so_without_a_hint()
    {
        await AskAsync("What is inside it?");
        await AnswerAsync("A camera");
        await JudgeAsync(AnswerJudgement.DoesNotFit);
        Assert.DoesNotContain("identity", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);
        await AskAsync("What hangs on it?", "How does it close?");
        await AnswerAsync("Nothing");
        await AnswerAsync("With a zip");
        await JudgeAsync(AnswerJudgement.Fits);
        await JudgeAsync(AnswerJudgement.CannotTell);

        var page = await guest.OpenAsync(address);
        Assert.Contains("identity document", page.Text, StringComparison.Ordinal);
        foreach (var hint in new[] { "wrong", "DoesNotFit", "Doesn’t fit", "Can’t tell", "CannotTell", "Fits" })
            Assert.DoesNotContain(hint, page.Html, StringComparison.Ordinal);
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        Assert.Null(record.Find("form#ask"));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.ProofInPerson)));
    }

    [Fact]
    public async Task A_third_round_is_refused()
    {
        for (var round = 0; round < 2; round++)
        {
            await AskAsync($"What is written on it, number {round}?");
            await AnswerAsync("I am not sure");
        }

        var late = await AskAsync("And what else?");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(2, await Server.Store.ReadAsync(db => db.ProofQuestions.CountAsync()));
    }

    [Fact]
    public async Task Answers_that_all_fit_send_nobody_to_the_desk()
    {
        for (var round = 0; round < 2; round++)
        {
            await AskAsync($"What is written on it, number {round}?");
            await AnswerAsync("M.K.");
            await JudgeAsync(AnswerJudgement.Fits);
        }

        Assert.Equal(0, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.ProofInPerson)));
    }

    /// <summary>Asks even where no form is offered: an old page may still be open.</summary>
    private async Task<Page> AskAsync(params string[] questions)
    {
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        var token = record.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = questions.Select(q => KeyValuePair.Create("question", q)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        using var answer = await Agent.Http.PostAsync($"/claims/{claim.Id}/ask", new FormUrlEncodedContent(fields));
        return new Page(record.Address, answer, record.Document, "");
    }

    private async Task AnswerAsync(string answer) => await guest.SendAsync(await guest.OpenAsync(address), "form.question", ("answer", answer));

    /// <summary>The first answer that nobody judged.</summary>
    private async Task JudgeAsync(AnswerJudgement judgement)
    {
        var open = await Server.Store.ReadAsync(db => db.ProofQuestions.Where(q => q.Answer != null && q.Judgement == null).OrderBy(q => q.AskedAt).ThenBy(q => q.Id).FirstAsync());
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        await Agent.SendAsync(record, $"form.proof-judge:has(input[value='{open.Id}'])", ("judgement", judgement.ToString()));
    }
}
