using System.Net;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Handover;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Valuables;

public sealed class SealAtHandoverTests : SignedInTest
{
    private StaffMember tom = null!;
    private Item item = null!;

    protected override async Task ArrangeAsync()
    {
        tom = await Server.AddStaffAsync(StaffRole.Agent, "Tom");
        item = await Scene.AddItemAsync(Server);
        await CountAsync("LB-1001");
    }

    [Fact]
    public async Task The_seal_is_looked_at_before_anybody_signs()
    {
        var unseen = await DetailsAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.Status);
        Assert.Contains("say whether it is LB-1001 and whole", unseen.Text, StringComparison.Ordinal);

        var receipt = await Agent.SignAsync(await DetailsAsync(("seal", "LB-1001")));

        Assert.EndsWith("/receipt", receipt.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Seal LB-1001 was whole.", (await Server.CustodyAsync(item.Id))[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_seal_is_written_down_and_stops_the_handover_until_it_was_counted_again()
    {
        var stopped = await DetailsAsync(("seal", "broken"));
        Assert.Equal((HttpStatusCode.Conflict, "Seal LB-1001 is broken"), (stopped.Status, stopped.Headline));
        Assert.Equal(CustodyKind.SealBroken, (await Server.CustodyAsync(item.Id))[^1].Kind);
        Assert.Equal("Seal LB-1001 is broken", (await Agent.OpenAsync($"/handover/{item.Id}")).Headline);
        Assert.Contains("Seal LB-1001 was found broken: count again.", (await Agent.OpenAsync($"/items/{item.Id}")).Text, StringComparison.Ordinal);

        await CountAsync("LB-1002");

        Assert.EndsWith("/receipt", (await Agent.SignAsync(await DetailsAsync(("seal", "LB-1002")))).Address.AbsolutePath, StringComparison.Ordinal);
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
    }

    [Fact]
    public async Task Counted_again_while_the_guest_was_reading_means_looking_again()
    {
        var sign = await DetailsAsync(("seal", "LB-1001"));
        await CountAsync("LB-1002");

        var again = await Agent.SignAsync(sign);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Seal LB-1002 is whole and matches", again.Text, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.InStorage, (await AtTheKiosk.ItemAsync(Server, item.Id)).Status);
    }

    [Fact]
    public async Task A_form_that_hides_the_question_does_not_get_past_it()
    {
        var sign = await DetailsAsync(("seal", "LB-1001"));

        Assert.Equal(HttpStatusCode.Conflict, (await Agent.SignAsync(sign, ("typed", Scene.Guest), ("seal", ""))).Status);
        Assert.Equal(ItemStatus.InStorage, (await AtTheKiosk.ItemAsync(Server, item.Id)).Status);
    }

    private async Task CountAsync(string seal)
    {
        var counted = CountingSteps.Counted.With("seal", seal);
        await Agent.CountSecondAsync(await Agent.CountFirstAsync(item, counted), tom, counted);
    }

    private async Task<Page> DetailsAsync(params (string Name, string Value)[] typed) =>
        await Agent.SendAsync(await Agent.OpenAsync($"/handover/{item.Id}"), "form#details-form",
            [("name", Scene.Guest), ("proof", nameof(ProofKind.AnsweredQuestions)), ("note", "Knew the initials"), .. typed]);
}
