using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Queue;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Features.Queue;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace LostFound.Web.Tests.Languages;

/// <summary>
/// Guests' pages in a language whose every text stands between ⟦ and ⟧. What stands outside of them and is neither the
/// venue's, nor the guest's, nor a number was written into a page and can never be translated.
/// </summary>
public sealed partial class PseudoLanguageTests : IAsyncLifetime
{
    private const char Open = '⟦', Close = '⟧';
    private static readonly string[] Attributes = ["aria-label", "title", "placeholder", "alt", "data-keep-text", "data-offline-text", "data-live-text", "data-polling-text", "data-copied-text", "data-refused-text", "data-stale-text", "data-on-text", "data-off-text", "data-touch-text"];

    /// <summary>What the guest of these tests typed, and codes that are the same in every language.</summary>
    private static readonly string[] Typed = ["Knapsack with a caricature rolled up in it", "Deuter", "A yellow duck sticker inside the lid", "Yuki Tanaka", "Yuki@Example.com", "What is inside it?", "7K2M-9QXC"];

    private readonly List<string> found = [];
    private TestServer server = null!;
    private Browser guest = null!;
    private string[] allowed = [];

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton(PseudoWords())));
        guest = server.NewBrowser();
        var venue = server.Services.GetRequiredService<ConfigStore>().Current;
        var contact = venue.Venue.Contact;
        allowed = [.. new[] { venue.Venue.Name, contact.Line, contact.Email ?? "" }
            .Concat(venue.Zones.Select(zone => zone.Name)).Concat(venue.Places.Select(place => place.Name)).Concat(venue.Desks.Select(desk => desk.Name))
            .Concat(venue.Groups.Select(group => group.Name)).Concat(venue.Categories.Select(category => category.Name)).Concat(venue.Colours.Select(colour => colour.Name))
            .Concat(venue.Files.ProofQuestions.Groups.SelectMany(group => group.Questions)).Concat(Language.All.Select(language => language.OwnName)).Concat(Typed)
            .Where(text => text.Length > 0).OrderByDescending(text => text.Length)];
    }

    public async ValueTask DisposeAsync()
    {
        guest.Dispose();
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_on_the_way_to_a_claim_is_written_into_a_page()
    {
        foreach (var address in new[] { "/", "/collect", "/find", "/nothing-here", "/t/7K2M9QXC", "/t/AAAAAAAA", "/claim" })
            Look(await guest.OpenAsync(address));
        Look(await guest.SendAsync(await guest.OpenAsync("/find"), "form[action='/find']", ("link", "ABC-123")));
        var page = await guest.OpenAsync("/claim/what");
        foreach (var (step, fields) in GuestBrowser.Answers)
        {
            Look(page);
            Look(await guest.SendAsync(page, GuestBrowser.Form, [.. fields.Select(field => (field.Name, "")), ("company", "Acme")]));
            page = await guest.SendAsync(page, GuestBrowser.Form, fields);
        }
        Look(page);
        Look(await guest.OpenAsync("/claim"));

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Nothing_of_a_claims_story_is_written_into_a_page()
    {
        var claim = await guest.FileClaimAsync();
        var (address, id) = (claim.Address.AbsolutePath, (await server.Store.OnlyClaimAsync()).Id);
        Look(claim);
        Look(await guest.OpenAsync(address + "/line"));
        Look(await guest.OpenAsync(address + "/tell-me"));
        Look(await guest.SendAsync(claim, "form[action$='/messages']"));
        var confirm = await guest.OpenAsync(address + "/withdraw");
        Look(confirm);
        Look(await guest.SendAsync(confirm, "form#withdraw"));
        await server.DoAsync<AskGuest, Outcome<Guid>>(ask => ask.HandleAsync(id, ["What is inside it?"], AtTheLine.Maya, default));
        var asking = await guest.OpenAsync(address);
        Look(asking);
        Look(await guest.SendAsync(asking, "form.question", ("answer", "")));
        Look(await guest.SendAsync(asking, "form.question", ("answer", "Yuki Tanaka")));
        Look(await guest.SendAsync(asking, "form.question", ("answer", "Deuter")));
        await server.StopKeepingPromisesAsync();
        server.Clock.Advance(TimeSpan.FromHours(8));
        Look(await guest.OpenAsync(address));
        foreach (var status in Enum.GetValues<ClaimStatus>())
        {
            await server.Store.SetStatusAsync(id, status);
            Look(await guest.OpenAsync(address));
            Look(await guest.OpenAsync(address + "/line"));
            var feedback = await guest.OpenAsync(address + "/feedback");
            Look(feedback);
            if (feedback.Find("form#feedback") is not null)
                Look(await guest.SendAsync(feedback, "form#feedback"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Nothing_of_a_place_in_line_is_written_into_a_page()
    {
        Look(await guest.OpenAsync("/q"));
        Look(await guest.SendAsync(await guest.OpenAsync("/q?desk=main"), "form[action='/q']", ("wish", "")));
        var counter = await server.OpenAsync(1, AtTheLine.Maya);
        for (var i = 0; i < 4; i++)
            await server.TakeAsync(Lane.Report);
        server.Pass(minutes: 0.1);
        var (phone, place) = await server.JoinAsync();
        using var _ = phone;
        Look(place);
        for (var i = 0; i < 4; i++)
        {
            var called = (await server.CallNextAsync(counter, AtTheLine.Maya)).Value;
            Look(await guest.OpenAsync("/display/main"));
            await server.ServeAsync(counter, called.TicketId, AtTheLine.Maya);
            server.Pass(minutes: 1);
            Look(await phone.OpenAsync(place.Address.AbsolutePath));
        }
        await server.CallNextAsync(counter, AtTheLine.Maya);
        server.Pass(minutes: 0.1);
        Look(await phone.OpenAsync(place.Address.AbsolutePath));
        server.Clock.Advance(TimeSpan.FromHours(12));
        Look(await guest.OpenAsync("/display/main"));
        Look(await phone.OpenAsync(place.Address.AbsolutePath));
        Look(await guest.OpenAsync("/q?desk=main"));

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_text_written_into_a_page_is_found()
    {
        Assert.Equal("Hello", Letters("⟦Good morning⟧ Hello 3 ⟦until ⟦Sat⟧⟧ 18:40"));
        Assert.Equal("", Letters("Sat 4 Jul, 12:00 – 14:00"));

        static string Letters(string said) => string.Concat(Outside(said).Where(char.IsLetter));
    }

    private static Words PseudoWords() => new(new LanguageTexts(Language.All.ToDictionary(
        language => language.Code,
        language => (IReadOnlyDictionary<string, LanguageText>)LanguageTexts.OfThisBuild.In("en").ToDictionary(text => text.Key, text => text.Value.Select(said => $"{Open}{said}{Close}"), StringComparer.Ordinal),
        StringComparer.Ordinal)));

    private void Look(Page page)
    {
        var texts = page.Document.Body!.Descendants<IText>()
            .Where(text => text.ParentElement is not { LocalName: "script" or "textarea" or "noscript" })
            .Select(text => text.Data);
        var spoken = new[] { page.Document.Title ?? "", string.Concat(texts) }
            .Concat(Attributes.SelectMany(attribute => page.Document.QuerySelectorAll($"[{attribute}]").Select(element => element.GetAttribute(attribute)!)));
        foreach (var english in spoken.Select(Rest).Where(rest => rest.Any(char.IsLetter)).Distinct(StringComparer.Ordinal))
            found.Add($"{page.Address.AbsolutePath.Split('/')[1]}/… {string.Join(" | ", english.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}");
    }

    private string Rest(string said)
    {
        var rest = Outside(said);
        foreach (var promise in PromiseSentences())
            rest = Regex.Replace(rest, promise, " ", RegexOptions.None, TimeSpan.FromSeconds(1));
        return allowed.Aggregate(rest, (left, known) => left.Replace(known, " ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The venue's own sentences, with whatever time or desk stands in them.</summary>
    private IEnumerable<string> PromiseSentences()
    {
        var words = server.Services.GetRequiredService<ConfigStore>().Current.Promises.Words;
        return new[] { words.Looking, words.NothingYet, words.Late, words.Found }.Select(sentence => Regex.Replace(Regex.Escape(sentence), @"\\\{\w+}", ".+?", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>Without what stands between the marks, without dates, and without the reference of a claim.</summary>
    private static string Outside(string said)
    {
        var depth = 0;
        var outside = string.Concat(said.Where(character =>
        {
            depth += character == Open ? 1 : 0;
            var isOutside = depth == 0;
            depth -= character == Close ? 1 : 0;
            return isOutside;
        }));
        Assert.Equal(0, depth);
        return DateOrCode().Replace(outside, " ");
    }

    [GeneratedRegex(@"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b[0-9A-Z]{3}-[0-9A-Z]{3,5}\b|\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateOrCode();
}
