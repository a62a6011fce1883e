using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

public sealed class DeskClaimTests : SignedInTest
{
    private Browser guest = null!;
    private Page claimPage = null!;
    private Claim claim = null!;

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        claimPage = await guest.FileClaimAsync();
        claim = await Server.Store.OnlyClaimAsync();
    }

    [Fact]
    public async Task Claims_are_for_staff()
    {
        foreach (var address in new[] { "/claims", $"/claims/{claim.Id}", $"/claims/{claim.Id}/progress" })
            Assert.Equal("/sign-in", (await guest.OpenAsync(address)).Address.AbsolutePath);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Kind == AuditKind.ViewedClaim)));
    }

    [Theory]
    [InlineData("caricature", true)]
    [InlineData("KNAPSACK deuter", true)]
    [InlineData("yuki@example.com", true)]
    [InlineData("+81 (45) 0000000", true)]
    [InlineData("umbrella", false)]
    [InlineData("100%", false)]
    [InlineData("_", false)]
    [InlineData("somebody@else.example", false)]
    public async Task A_claim_is_found_by_words_or_how_to_reach_the_guest(string typed, bool found)
    {
        var list = await Agent.OpenAsync($"/claims?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(found, list.Find($"a[href='/claims/{claim.Id}']") is not null);
    }

    [Fact]
    public async Task A_claim_is_found_by_its_reference_however_it_is_typed_and_by_status()
    {
        var spoken = claim.Reference.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        Assert.NotNull((await Agent.OpenAsync($"/claims?q={Uri.EscapeDataString(spoken)}")).Find(".row-link"));
        Assert.NotNull((await Agent.OpenAsync("/claims?status=Looking&page=99")).Find(".row-link"));
        Assert.Null((await Agent.OpenAsync("/claims?status=Withdrawn")).Find(".row-link"));
        Assert.Equal(HttpStatusCode.OK, (await Agent.OpenAsync("/claims?status=nonsense&page=-3")).Status);
    }

    [Fact]
    public async Task Each_look_at_a_claim_is_recorded_and_live_reading_is_none()
    {
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        await Agent.OpenAsync($"/claims/{claim.Id}/progress");

        Assert.Contains("Yuki@Example.com", record.Text, StringComparison.Ordinal);
        Assert.Contains("yellow duck", record.Text, StringComparison.Ordinal);
        var look = await Server.Store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Kind == AuditKind.ViewedClaim));
        Assert.Equal(claim.Reference, look.Subject);
        Assert.NotNull(look.StaffId);
        Assert.NotNull(look.DeviceId);
        Assert.Equal(HttpStatusCode.NotFound, (await Agent.OpenAsync($"/claims/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_suggested_question_reaches_the_guest_and_the_answer_the_desk()
    {
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        var suggested = record.Find("#ask input[type=checkbox]")!.GetAttribute("value")!;

        await Agent.SendAsync(record, "#ask", ("question", suggested));
        var asking = await guest.OpenAsync(claimPage.Address.AbsolutePath);
        Assert.Contains(suggested, asking.Text, StringComparison.Ordinal);
        await guest.SendAsync(asking, "form.question", ("answer", "Two apples"));

        record = await Agent.OpenAsync($"/claims/{claim.Id}");
        Assert.Contains("Two apples", record.Text, StringComparison.Ordinal);
        Assert.Contains("asked by Maya", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_refused_when_empty_too_long_or_too_late_and_keeps_what_was_typed()
    {
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Agent.SendAsync(record, "#ask")).Status);
        var typed = new string('q', ClaimLimits.MaxQuestion + 1);
        var tooLong = await Agent.SendAsync(record, "#ask", ("own", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Equal(typed, tooLong.Find("input[name=own]")!.GetAttribute("value"));

        await Server.Store.SetStatusAsync(claim.Id, ClaimStatus.Withdrawn);
        var late = await Agent.SendAsync(record, "#ask", ("own", "What is inside?"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.ProofQuestions.CountAsync()));
    }
}
