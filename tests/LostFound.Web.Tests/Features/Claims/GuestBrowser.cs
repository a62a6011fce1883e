using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

/// <summary>A guest filling in the claim form with JavaScript off.</summary>
internal static class GuestBrowser
{
    public const string Form = "form[action^='/claim/']";

    /// <summary>A complete set of answers, question by question.</summary>
    public static readonly (string Step, (string Name, string Value)[] Fields)[] Answers =
    [
        ("what", [("what", "backpack")]),
        ("colours", [("colours", "navy"), ("colours", "white")]),
        ("description", [("description", "Knapsack with a caricature rolled up in it"), ("brand", "Deuter")]),
        ("marks", [("marks", "A yellow duck sticker inside the lid")]),
        ("where", [("places", "carousel")]),
        ("when", [("day", "2026-07-04"), ("from", "12:00"), ("to", "14:00")]),
        ("contact", [("name", "Yuki Tanaka"), ("email", "Yuki@Example.com"), ("phone", "+81 45 000 0000")]),
    ];

    /// <summary>Answers every question up to, and without, the one named; the page of that one.</summary>
    public static async Task<Page> AnswerUpToAsync(this Browser guest, string step = "check")
    {
        var page = await guest.OpenAsync("/claim/what");
        foreach (var (_, fields) in Answers.TakeWhile(a => a.Step != step))
            page = await guest.SendAsync(page, Form, fields);
        Assert.EndsWith($"/claim/{step}", page.Address.AbsolutePath, StringComparison.Ordinal);
        return page;
    }

    /// <summary>From the first unanswered question on; the look over all answers.</summary>
    public static async Task<Page> AnswerRestAsync(this Browser guest)
    {
        var page = await guest.OpenAsync("/claim/check");
        while (!page.Address.AbsolutePath.EndsWith("/check", StringComparison.Ordinal))
            page = await guest.SendAsync(page, Form, Answers.Single(a => page.Address.AbsolutePath.EndsWith(a.Step, StringComparison.Ordinal)).Fields);
        return page;
    }

    /// <summary>The guest's page of a claim just filed.</summary>
    public static async Task<Page> FileClaimAsync(this Browser guest)
    {
        var page = await guest.SendAsync(await guest.AnswerUpToAsync(), Form);
        Assert.StartsWith("/c/", page.Address.AbsolutePath, StringComparison.Ordinal);
        return page;
    }

    public static string Token(this Page claimPage) => claimPage.Address.AbsolutePath.Split('/')[2];

    public static Task<Claim> OnlyClaimAsync(this Store store) => store.ReadAsync(db => db.Claims.SingleAsync());

    /// <summary>As staff's doing leaves it, promises included.</summary>
    public static Task SetStatusAsync(this Store store, Guid claimId, ClaimStatus status) => store.WriteAsync(async db =>
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId);
        claim.Status = status;
        claim.Version++;
        if (!status.OwesWord())
            await db.EndAsync(claim, claim.FiledAt, withWord: false);
    }, default);
}
