using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

public sealed class ClaimFormTests : ServerTest
{
    private Browser guest = null!;

    protected override Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Seven_answers_make_a_claim_with_a_promise()
    {
        var check = await guest.AnswerUpToAsync();
        Assert.Contains("Knapsack with a caricature", check.Text, StringComparison.Ordinal);
        Assert.Contains("Sat 4 Jul, 12:00 – 14:00", check.Text, StringComparison.Ordinal);

        var page = await guest.SendAsync(check, GuestBrowser.Form);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("We're looking. Next word by 19:00.", page.Headline);
        var claim = await Server.Store.OnlyClaimAsync();
        Assert.Contains(claim.Reference, page.Text, StringComparison.Ordinal);
        Assert.Equal(claim.Reference, ClaimReference.Parse(claim.Reference.ToLowerInvariant()));
        Assert.Equal(("backpack", "Deuter", "A yellow duck sticker inside the lid"), (claim.Category, claim.Brand, claim.PrivateMarks));
        Assert.Equal(["navy", "white"], claim.Colours);
        Assert.Equal(new DateTime(2026, 7, 4, 11, 0, 0, DateTimeKind.Utc), claim.LostFrom);
        var vault = Server.Services.GetRequiredService<ContactVault>();
        Assert.Equal(new Contact("Yuki Tanaka", "Yuki@Example.com", "+81 45 000 0000"), vault.OpenContact(claim.Contact));
        Assert.Equal(vault.IndexEmail("yuki@example.com"), claim.EmailIndex);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.ClaimDrafts.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_sure_of_nothing_can_still_file()
    {
        var page = await guest.OpenAsync("/claim");
        page = await guest.SendAsync(page, GuestBrowser.Form, ("what", WhatForm.NotSure));
        page = await guest.SendAsync(page, GuestBrowser.Form, (ColoursForm.NotSureField, "yes"));
        page = await guest.SendAsync(page, GuestBrowser.Form, ("description", "A bag"));
        page = await guest.SendAsync(page, GuestBrowser.Form);
        page = await guest.SendAsync(page, GuestBrowser.Form, (WhereForm.NotSureField, "yes"));
        page = await guest.SendAsync(page, GuestBrowser.Form, (WhenForm.NotSureField, "yes"));
        page = await guest.SendAsync(page, GuestBrowser.Form, ("name", "A"), ("phone", "0451234567"));
        page = await guest.SendAsync(page, GuestBrowser.Form);

        Assert.StartsWith("/c/", page.Address.AbsolutePath, StringComparison.Ordinal);
        var claim = await Server.Store.OnlyClaimAsync();
        Assert.Null(claim.Category);
        Assert.Empty(claim.Colours);
        Assert.Empty(claim.Places);
        Assert.Null(claim.LostFrom);
    }

    [Theory]
    [InlineData("what", "what", "", "Choose what you lost")]
    [InlineData("what", "what", "unicorn", "not in our list")]
    [InlineData("colours", "colours", "", "Choose at least one colour")]
    [InlineData("colours", "colours", "octarine", "not in our list")]
    [InlineData("description", "description", "  \n ", "Describe it in a few words")]
    [InlineData("description", "description", "ab", "few more words")]
    [InlineData("where", "places", "", "Choose at least one place")]
    [InlineData("where", "places", "atlantis", "not in our list")]
    [InlineData("when", "day", "", "Choose the day")]
    [InlineData("when", "day", "04.07.2026", "like 2026-07-04")]
    [InlineData("when", "day", "2026-07-05", "still to come")]
    [InlineData("when", "day", "0202-07-04", "check the year")]
    [InlineData("when", "from", "25:00", "like 14:30")]
    [InlineData("when", "to", "08:00", "before the first")]
    [InlineData("when", "to", "15:30", "still to come")]
    [InlineData("contact", "name", " ", "Tell us your name")]
    [InlineData("contact", "email", "nonsense", "name@example.com")]
    [InlineData("contact", "phone", "12", "phone number")]
    [InlineData("contact", "phone", "call me maybe 1234567", "phone number")]
    public async Task A_wrong_answer_is_said_in_words_and_keeps_what_was_typed(string step, string field, string typed, string words)
    {
        var page = await guest.AnswerUpToAsync(step);
        var others = GuestBrowser.Answers.Single(a => a.Step == step).Fields.Where(f => f.Name != field).ToArray();

        var refused = await guest.SendAsync(page, GuestBrowser.Form, [.. others, (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Error: ", refused.Document.Title, StringComparison.Ordinal);
        var summary = refused.Find(".error-summary")!;
        Assert.Contains(words, summary.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Find(summary.QuerySelector("a")!.GetAttribute("href")!));
        foreach (var (name, value) in others.Append((field, typed)).Where(f => refused.Find($"input:not([type=checkbox]):not([type=radio])[name='{f.Item1}']") is not null))
            Assert.Equal(value, refused.Find($"input[name='{name}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Too_much_text_is_refused_with_its_length_and_kept_to_the_last_character()
    {
        var typed = string.Concat(Enumerable.Repeat("0123456789", 1000));
        var page = await guest.AnswerUpToAsync("description");

        var refused = await guest.SendAsync(page, GuestBrowser.Form, ("description", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("to 2000 characters: it has 10000 now", refused.Text, StringComparison.Ordinal);
        Assert.Equal(typed, refused.Find("textarea")!.TextContent);
    }

    [Fact]
    public async Task Too_many_places_or_colours_are_refused()
    {
        var colours = await guest.AnswerUpToAsync("colours");
        string[] nine = ["black", "grey", "white", "beige", "brown", "red", "pink", "orange", "yellow"];
        Assert.Contains("at most 8 colours", (await guest.SendAsync(colours, GuestBrowser.Form, [.. nine.Select(c => ("colours", c))])).Text, StringComparison.Ordinal);

        var where = await guest.AnswerUpToAsync("where");
        string[] places = ["carousel", "teacups", "puppet-theatre", "flying-ships", "story-maze", "monorail", "simulator", "bakery", "treehouse"];
        Assert.Contains("at most 8 places", (await guest.SendAsync(where, GuestBrowser.Form, [.. places.Select(p => ("places", p))])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_after_midnight_belongs_to_the_evening_before()
    {
        Server.Clock.Advance(TimeSpan.FromHours(9.5));
        var page = await guest.AnswerUpToAsync("when");
        await guest.SendAsync(page, GuestBrowser.Form, ("day", "2026-07-04"), ("from", "23:00"), ("to", "00:20"));

        Assert.Contains("Sat 4 Jul, 23:00 – Sun 5 Jul, 00:20", (await guest.AnswerRestAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_alone_is_enough_and_never_reaches_into_the_future()
    {
        var page = await guest.AnswerUpToAsync("when");
        await guest.SendAsync(page, GuestBrowser.Form, ("day", "2026-07-04"), ("from", ""), ("to", ""));

        Assert.Contains("Sat 4 Jul, 00:00 – 15:00", (await guest.AnswerRestAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_question_leads_to_the_first_unanswered_one()
    {
        Assert.EndsWith("/claim/what", (await guest.OpenAsync("/claim/contact")).Address.AbsolutePath, StringComparison.Ordinal);
        await guest.AnswerUpToAsync("marks");

        Assert.EndsWith("/claim/marks", (await guest.OpenAsync("/claim/check")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_shows_the_answer_and_changing_it_returns_to_the_look_over_all()
    {
        await guest.AnswerUpToAsync();
        var description = await guest.OpenAsync("/claim/description");
        Assert.Equal("Knapsack with a caricature rolled up in it", description.Find("textarea")!.TextContent);
        Assert.Equal("/claim/check", description.Find(".step-back")!.GetAttribute("href"));

        var check = await guest.SendAsync(description, GuestBrowser.Form, ("description", "A blue knapsack"));

        Assert.EndsWith("/claim/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("A blue knapsack", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_of_the_server_loses_no_answer()
    {
        var page = await guest.AnswerUpToAsync("where");
        var address = Server.Address;
        await Server.RestartAsync("--urls", address.ToString());

        var start = await guest.OpenAsync("/claim");
        Assert.Contains("still here", start.Headline, StringComparison.Ordinal);
        page = await guest.OpenAsync(start.Find("a.btn-primary")!.GetAttribute("href")!);
        Assert.EndsWith("/claim/where", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Deuter", (await guest.OpenAsync("/claim/description")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_again_deletes_what_was_typed()
    {
        await guest.AnswerUpToAsync("where");

        var page = await guest.SendAsync(await guest.OpenAsync("/claim"), "form#start-again");

        Assert.EndsWith("/claim/what", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.ClaimDrafts.CountAsync()));
    }

    [Fact]
    public async Task What_was_typed_is_sealed_and_its_key_is_not_stored()
    {
        await guest.AnswerUpToAsync();
        var draft = await Server.Store.ReadAsync(db => db.ClaimDrafts.SingleAsync());

        Assert.Equal(-1, draft.Content.AsSpan().IndexOf("Yuki"u8));
        Assert.NotNull(DraftKey.Parse(guest.Jar.Cookies[ClaimDrafts.CookieName]));
        Assert.Equal(draft.KeyHash, DraftKey.Parse(guest.Jar.Cookies[ClaimDrafts.CookieName])!.Hash);
    }

    [Fact]
    public async Task After_a_day_a_draft_is_forgotten_and_deleted()
    {
        await guest.AnswerUpToAsync();
        Server.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));

        Assert.EndsWith("/claim/what", (await guest.OpenAsync("/claim/check")).Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await Server.Services.GetRequiredService<PurgeDrafts>().SweepAsync(default));
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.ClaimDrafts.CountAsync()));
    }

    [Fact]
    public async Task A_filled_trap_is_explained_and_nothing_is_lost()
    {
        var page = await guest.AnswerUpToAsync("contact");
        var typed = GuestBrowser.Answers.Single(a => a.Step == "contact").Fields;

        var refused = await guest.SendAsync(page, GuestBrowser.Form, [.. typed, (Trap.Field, "ACME")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("leave the box", refused.Find(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.Find($"[aria-hidden] #{Trap.Field}"));
        var check = await guest.SendAsync(refused, GuestBrowser.Form);
        Assert.EndsWith("/claim/check", check.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_form_keeps_what_was_typed_and_works_the_second_time()
    {
        var page = await guest.AnswerUpToAsync("description");
        guest.Jar.Forget("lostfound-form");

        var refused = await guest.SendAsync(page, GuestBrowser.Form, ("description", "A red umbrella"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("open for a long time", refused.Text, StringComparison.Ordinal);
        Assert.Equal("A red umbrella", refused.Find("textarea")!.TextContent);
        Assert.EndsWith("/claim/marks", (await guest.SendAsync(refused, GuestBrowser.Form)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(2)>")]
    [InlineData("\u202Egnirts desrever\u202C \u2066isolate \u200Fmark")]
    [InlineData("a bell \u0007 and an escape \u001B[31m")]
    [InlineData("👩‍👩‍👧 🎒 e\u0301")]
    [InlineData("%ED%A0%80 and \uFFFD")]
    [InlineData("'; DROP TABLE claims; --")]
    public async Task Hostile_text_is_only_ever_text(string text)
    {
        var page = await guest.AnswerUpToAsync("description");
        page = await guest.SendAsync(page, GuestBrowser.Form, ("description", text), ("brand", text));
        Assert.EndsWith("/claim/marks", page.Address.AbsolutePath, StringComparison.Ordinal);
        var check = await guest.AnswerRestAsync();
        Assert.Null(check.Find("main script, main img"));

        var claim = await guest.SendAsync(check, GuestBrowser.Form);

        Assert.Equal(HttpStatusCode.OK, claim.Status);
        Assert.Null(claim.Find("main script, main img"));
        Assert.DoesNotContain('\u0007', claim.Html);
        Assert.DoesNotContain('\u202E', claim.Html);
    }

    [Theory]
    [InlineData("broken%ED%A0%80half%FFbyte", HttpStatusCode.SeeOther)]
    // The framework's own form reader refuses NUL; what matters is that the guest reads so, and keeps the earlier answers.
    [InlineData("nul%00byte", HttpStatusCode.UnprocessableEntity)]
    public async Task Bytes_that_are_no_text_do_not_break_the_form(string typed, HttpStatusCode expected)
    {
        var page = await guest.AnswerUpToAsync("description");
        var token = page.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var body = $"__RequestVerificationToken={Uri.EscapeDataString(token)}&brand=&description={typed}";

        var response = await guest.Http.PostAsync("/claim/description", new StringContent(body, null, "application/x-www-form-urlencoded"));

        Assert.Equal(expected, response.StatusCode);
        Assert.NotNull((await guest.OpenAsync("/claim/what")).Find("input[value=backpack][checked]"));
    }
}
