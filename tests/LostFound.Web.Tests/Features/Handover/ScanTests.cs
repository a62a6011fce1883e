using System.Net;
using LostFound.Web.Data;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Handover;

public sealed class ScanTests() : SignedInTest(staffName: "Maya", deviceName: "Desk 2")
{
    // With a 0 and a 1 to misread; the last character is the check character.
    private const string Tag = "7K0M1QXH";

    [Fact]
    public async Task A_tag_is_found_in_every_spelling_a_scanner_or_a_person_enters()
    {
        var tag = ValidTag();
        var item = await Server.AddItemAsync(tag);
        foreach (var entered in new[]
        {
            tag, $"  {tag}  ", tag.ToLowerInvariant(), TagCode.Display(tag), tag.Replace('0', 'O').Replace('1', 'l'),
            $"HTTPS://LOST.EXAMPLE.ORG/T/{tag}", $"http://127.0.0.1:5080/t/{tag.ToLowerInvariant()}",
        })
        {
            var page = await ScanAsync(entered);
            Assert.True(page.Status == HttpStatusCode.OK, $"{entered}: {page.Status}");
            Assert.NotNull(page.Find($"a[href='/handover/{item.Id}']"));
            Assert.Equal($"?code={tag}", page.Address.Query);
        }
    }

    [Fact]
    public async Task A_kept_item_shows_where_to_fetch_it_whose_it_is_and_what_to_check()
    {
        var (item, claim) = await Server.AddHeldItemAsync();
        await Server.Store.WriteAsync(db =>
        {
            db.ProofQuestions.Add(new() { Id = Guid.NewGuid(), ClaimId = claim.Id, Question = "What hangs on it?", AskedAt = default, AskedBy = default, Answer = "A red whistle" });
            return Task.CompletedTask;
        }, default);
        var page = await ScanAsync(item.Tag);
        foreach (var words in new[] { "Fetch it from A3", Scene.Guest, claim.Reference, "Ready to collect", "M. K. inside the lid", "caricature of my children", "What hangs on it?", "A red whistle", "How does it close?" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Contains($"Hand over to {Scene.Guest}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_look_at_a_guests_name_is_audited_with_person_and_device()
    {
        var (item, claim) = await Server.AddHeldItemAsync();
        await ScanAsync(item.Tag);
        var looks = await Server.Store.ReadAsync(db => db.AuditEntries.Where(a => a.Kind == AuditKind.ViewedClaim).ToListAsync());
        Assert.NotEmpty(looks);
        Assert.All(looks, look => Assert.True(look.Subject == claim.Reference && look.StaffId is not null && look.DeviceId is not null));
    }

    [Fact]
    public async Task An_item_without_a_claim_says_so_plainly()
    {
        var item = await Server.AddItemAsync();
        var page = await ScanAsync(item.Tag);
        Assert.Contains("No claim is matched to this item", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hand over without a claim", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_check_character_is_refused_and_recorded_as_it_came()
    {
        var tag = ValidTag();
        var wrong = tag[..^1] + (tag[^1] == 'Z' ? 'Y' : 'Z');
        var page = await ScanAsync(wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("check character", page.Text, StringComparison.Ordinal);
        Assert.Equal(wrong, page.Value("code"));
        await AssertRecordedAsync(ScanRefusal.NotATag, wrong);
    }

    [Fact]
    public async Task An_unknown_tag_is_refused_and_recorded()
    {
        var tag = TagCode.New();
        var page = await ScanAsync(TagCode.Display(tag));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains($"No item has the tag {TagCode.Display(tag)}", page.Text, StringComparison.Ordinal);
        await AssertRecordedAsync(ScanRefusal.UnknownTag, TagCode.Display(tag));
    }

    [Fact]
    public async Task A_tag_whose_item_was_handed_over_names_when_by_whom_and_to_whom()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        await Agent.HandOverAsync(item);
        var page = await ScanAsync(item.Tag);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Already handed over at 15:00 by Maya at Desk 2", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{Scene.Guest} received it", page.Text, StringComparison.Ordinal);
        var row = await AssertRecordedAsync(ScanRefusal.AlreadyHandedOver, item.Tag);
        Assert.Equal(item.Id, row.ItemId);
    }

    [Fact]
    public async Task Whatever_else_a_code_holds_is_refused_and_kept_no_longer_than_its_column()
    {
        var noise = "<script>alert(1)</script>" + new string('☃', 5000);
        var page = await ScanAsync(noise);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        await AssertRecordedAsync(ScanRefusal.NotATag, noise[..HandoverLimits.RawCode]);
    }

    [Fact]
    public async Task A_guests_code_opens_what_is_kept_for_them()
    {
        var item = await Server.AddItemAsync();
        var (claim, token) = await Server.AddClaimAsync();
        await Server.HoldAsync(item, claim);
        var page = await ScanAsync($"https://lost.example.org/c/{token}");
        Assert.Equal($"?code={item.Tag}", page.Address.Query);
        Assert.Contains(Scene.Guest, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guests_code_with_nothing_kept_opens_the_claim_and_its_token_stays_out_of_the_address()
    {
        var (claim, token) = await Server.AddClaimAsync();
        var page = await ScanAsync($"https://lost.example.org/c/{token}");
        Assert.Equal($"/claims/{claim.Id}", page.Address.PathAndQuery);
    }

    [Fact]
    public async Task An_unknown_guests_code_is_refused_without_keeping_its_token()
    {
        const string token = "AAAAAAAAAAAAAAAAAAAAAA";
        var page = await ScanAsync($"https://lost.example.org/c/{token}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        await AssertRecordedAsync(ScanRefusal.NotATag, "https://lost.example.org/c/…");
    }

    [Fact]
    public async Task Nothing_entered_is_no_refused_scan()
    {
        var page = await ScanAsync("  ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.RefusedScans.CountAsync()));
    }

    [Fact]
    public async Task A_stale_page_keeps_what_was_typed()
    {
        var page = await Agent.OpenAsync("/scan");
        Agent.Jar.Forget("lostfound-form");
        var again = await Agent.SendAsync(page, "form#scan-form", ("code", "7k2m"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("7k2m", again.Value("code"));
    }

    [Fact]
    public async Task The_script_gets_the_answer_alone()
    {
        var item = await Server.AddItemAsync();
        Agent.Http.DefaultRequestHeaders.Add("X-Fragment", "1");
        var answer = await ScanAsync(item.Tag);
        Assert.StartsWith("<section", answer.Html.TrimStart(), StringComparison.Ordinal);
        var (claim, token) = await Server.AddClaimAsync();
        var next = await ScanAsync($"https://lost.example.org/c/{token}");
        Assert.Equal($$"""{"next":"/claims/{{claim.Id}}","words":"A guest’s claim"}""", next.Html);
    }

    [Fact]
    public async Task Only_pages_that_scan_may_compile_the_reader()
    {
        var item = await Server.AddItemAsync();
        Assert.Contains("wasm-unsafe-eval", Policy(await Agent.OpenAsync("/scan")), StringComparison.Ordinal);
        Assert.DoesNotContain("wasm-unsafe-eval", Policy(await Agent.OpenAsync($"/handover/{item.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_staff_gets_anything()
    {
        var (item, _) = await Server.AddHeldItemAsync();
        using var stranger = Server.NewBrowser();
        foreach (var address in new[] { "/scan", $"/scan?code={item.Tag}", $"/handover/{item.Id}", $"/handover/{item.Id}/receipt" })
        {
            var page = await stranger.OpenAsync(address);
            Assert.Equal("/sign-in", page.Address.AbsolutePath);
            Assert.DoesNotContain("knapsack", page.Html, StringComparison.OrdinalIgnoreCase);
        }
        foreach (var address in new[] { "/scan", $"/handover/{item.Id}", $"/handover/{item.Id}/sign" })
        {
            var answer = await stranger.Http.PostAsync(address, new FormUrlEncodedContent([new("code", item.Tag)]));
            Assert.Equal("/sign-in", new Uri(Server.Address, answer.Headers.Location!).AbsolutePath);
        }
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.RefusedScans.CountAsync()));
    }

    private async Task<Page> ScanAsync(string code) => await Agent.SendAsync(await Agent.OpenAsync("/scan"), "form#scan-form", ("code", code));

    private async Task<RefusedScan> AssertRecordedAsync(ScanRefusal reason, string raw)
    {
        var row = await Server.Store.ReadAsync(db => db.RefusedScans.SingleAsync());
        var staff = await Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Name == "Maya"));
        var device = await Server.Store.ReadAsync(db => db.Devices.SingleAsync(d => d.Name == "Desk 2"));
        Assert.Equal((reason, raw, staff.Id, device.Id), (row.Reason, row.RawCode, row.StaffId, row.DeviceId));
        return row;
    }

    private static string Policy(Page page) => page.Response.Headers.GetValues("Content-Security-Policy").Single();

    private static string ValidTag() =>
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Select(check => Tag[..^1] + check).Single(tag => TagCode.TryParse(tag, out _));
}
