using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Tests.Features.Handover;

/// <summary>Items and claims as the other features leave them, and the way through the handover's two pages.</summary>
internal static class Scene
{
    public const string Guest = "Amal Haddad";
    public const string Drawing = "M30 100L42.5 80.1L60 120L75 90L90.2 110M120 60L120 61";

    private static readonly Actor Registrar = new(Guid.NewGuid(), "Noor", StaffRole.Agent, Guid.NewGuid(), "Kiosk 1", "main");

    public static async Task<Item> AddItemAsync(this TestServer server, string? tag = null)
    {
        var now = server.Clock.GetUtcNow().UtcDateTime;
        var item = new Item
        {
            Id = Guid.NewGuid(),
            Tag = tag ?? TagCode.New(),
            Category = "backpack",
            Colours = ["blue"],
            Brand = "Fjällräven",
            Description = "A knapsack with a leather patch",
            PrivateNotes = "The initials M. K. inside the lid",
            Place = "guest-services",
            FoundAt = now.AddHours(-2),
            RegisteredAt = now.AddHours(-1),
            Bin = "A3",
            Desk = "main",
            NeedsMatching = false,
            SearchText = "",
        };
        await server.Store.WriteAsync(async db =>
        {
            db.Items.Add(item);
            await db.RecordCustodyAsync(item, CustodyKind.Registered, Registrar, item.RegisteredAt, "Registered.");
        }, default);
        return item;
    }

    /// <summary>A claim, and the token of its link.</summary>
    public static async Task<(Claim Claim, string Token)> AddClaimAsync(this TestServer server, string reference = "K7Q-2M4", string name = Guest)
    {
        var token = server.Services.GetRequiredService<ClaimTokens>().For(Guid.NewGuid());
        var claim = new Claim
        {
            Id = Guid.NewGuid(),
            Reference = reference,
            TokenHash = LinkSecret.Hash(token),
            Category = "backpack",
            Colours = ["blue"],
            Description = "My knapsack, left where the caricature was painted",
            PrivateMarks = "A caricature of my children, rolled up",
            Places = [],
            Contact = server.Services.GetRequiredService<ContactVault>().Seal(new Contact(name, "amal@example.org", "")),
            Language = "en",
            FiledAt = server.Clock.GetUtcNow().UtcDateTime.AddHours(-1),
            NeedsMatching = false,
        };
        await server.Store.WriteAsync(async db =>
        {
            db.Claims.Add(claim);
            await db.NextWordAsync(claim, claim.FiledAt.AddHours(2), claim.FiledAt, PromiseCause.Filed);
        }, default);
        return (claim, token);
    }

    /// <summary>What confirming a match leaves behind.</summary>
    public static Task HoldAsync(this TestServer server, Item item, Claim claim) => server.Store.WriteAsync(async db =>
    {
        db.Candidates.Add(new Candidate
        {
            Id = Guid.NewGuid(), ClaimId = claim.Id, ItemId = item.Id, Bits = 8, Probability = .99,
            Contributions = "[]", ModelVersion = "test", Status = CandidateStatus.Confirmed,
        });
        await db.Items.Where(i => i.Id == item.Id).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Status, ItemStatus.OnHold).SetProperty(i => i.ClaimId, claim.Id).SetProperty(i => i.Version, i => i.Version + 1));
        await db.Claims.Where(c => c.Id == claim.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.ReadyToCollect));
    }, default);

    public static async Task<(Item Item, Claim Claim)> AddHeldItemAsync(this TestServer server, string reference = "K7Q-2M4")
    {
        var item = await server.AddItemAsync();
        var (claim, _) = await server.AddClaimAsync(reference);
        await server.HoldAsync(item, claim);
        return (item, claim);
    }

    /// <summary>Another window of a signed-in browser: the same cookies from here on.</summary>
    public static Browser WindowOf(this TestServer server, Browser signedIn)
    {
        var window = server.NewBrowser();
        foreach (var (name, value) in signedIn.Jar.Cookies)
            window.Jar.Set(name, value);
        return window;
    }

    /// <summary>The first step, filled in as it should be; the page on which to sign.</summary>
    public static async Task<Page> GoToSignatureAsync(this Browser desk, Item item, string name = Guest, string note = "Knew the initials") =>
        await desk.SendAsync(await desk.OpenAsync($"/handover/{item.Id}"), "form#details-form",
            ("name", name), ("proof", nameof(ProofKind.AnsweredQuestions)), ("note", note));

    public static Task<Page> SignAsync(this Browser desk, Page page, params (string Name, string Value)[] typed) =>
        desk.SendAsync(page, "form#sign-form", typed.Length > 0 ? typed : [("typed", Guest)]);

    public static async Task<Page> HandOverAsync(this Browser desk, Item item) => await desk.SignAsync(await desk.GoToSignatureAsync(item));

    public static string Value(this Page page, string name) => page.Find($"[name={name}]")?.GetAttribute("value") ?? "";
}
