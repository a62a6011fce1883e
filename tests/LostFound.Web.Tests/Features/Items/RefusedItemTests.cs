using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>Nothing is ever registered here, so that one server serves all of it.</summary>
public sealed class RefusedItemTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    private readonly TestServer server = signedIn.Server;
    private readonly Browser agent = signedIn.Agent;

    [Theory]
    [InlineData("category", "", "Choose what it is")]
    [InlineData("category", "spaceship", "not in the list any more")]
    [InlineData("colours", "octarine", "not in the list any more")]
    [InlineData("place", "", "Choose where it was found")]
    [InlineData("place", "atlantis", "not in the list any more")]
    [InlineData("bin", "H1", "not at your desk")]
    [InlineData("bin", "Z9", "not at your desk")]
    [InlineData("found-date", "", "Enter the day and the time")]
    [InlineData("found-date", "0001-01-01", "more than a year ago")]
    [InlineData("found-date", "9999-12-31", "more than a year ago")]
    [InlineData("found-date", "2026-07-05", "in the future")]
    [InlineData("found-date", "2025-07-01", "more than a year ago")]
    [InlineData("found-time", "25:99", "Enter the day and the time")]
    [InlineData("found-time", "15:06", "in the future")]
    public async Task What_cannot_be_is_refused_and_everything_typed_stays(string field, string value, string message)
    {
        var page = await agent.RegisterAsync(AtTheKiosk.Knapsack.With(field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Find(".error-summary")!.TextContent, StringComparison.Ordinal);
        AssertKept(page, except: field);
        Assert.Equal(0, await server.ItemCountAsync());
    }

    [Theory]
    [InlineData("brand", ItemLimits.Brand)]
    [InlineData("description", ItemLimits.Description)]
    [InlineData("notes", ItemLimits.PrivateNotes)]
    public async Task Text_that_is_too_long_is_refused_with_the_limit_and_kept(string field, int limit)
    {
        var text = new string('x', limit + 1);

        var page = await agent.RegisterAsync(AtTheKiosk.Knapsack.With(field, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"{limit} characters", page.Find($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(text, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_by_name_and_nothing_is_registered()
    {
        var page = await agent.RegisterAsync(null, TestPicture.Png(1, 2, 3), "This is no picture at all"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("photo-2.jpg: This file is not a photo", page.Find("#photos-error")!.TextContent, StringComparison.Ordinal);
        AssertKept(page, except: null);
        Assert.Equal(0, await server.ItemCountAsync());
    }

    [Fact]
    public async Task A_picture_that_is_too_big_is_refused_and_nothing_is_registered()
    {
        var huge = new byte[12 * 1024 * 1024 + 1];
        TestPicture.Png(1, 2, 3).CopyTo(huge, 0);

        var page = await agent.RegisterAsync(null, huge);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("at most 12 MB", page.Find("#photos-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await server.ItemCountAsync());
    }

    [Fact]
    public async Task More_photos_than_an_item_can_have_are_refused_before_any_is_read()
    {
        var before = StoredFiles();

        var page = await agent.RegisterAsync(null, [.. Enumerable.Range(0, 7).Select(i => TestPicture.Png((byte)i, 0, 0))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("An item can have 6 photos", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, StoredFiles());
    }

    private int StoredFiles() => Directory.EnumerateFiles(Path.Combine(server.DataFolder, "photos"), "*.jpg", SearchOption.AllDirectories).Count();

    private static void AssertKept(Page page, string? except)
    {
        foreach (var (name, value) in AtTheKiosk.Knapsack.Where(f => f.Name != except))
        {
            var field = page.Find(name is "category" or "colours" or "place" ? $"[name={name}][value='{value}'][checked]" : name == "bin" ? $"[name=bin] option[value='{value}'][selected]" : $"[name={name}]");
            Assert.True(field is not null, $"{name} lost {value}");
            if (name is "brand" or "description" or "notes" or "found-date" or "found-time")
                Assert.Equal(value, field.GetAttribute("value") ?? field.TextContent);
        }
    }
}
