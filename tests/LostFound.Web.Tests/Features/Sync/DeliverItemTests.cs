using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Sync;
using LostFound.Web.Features.Tags;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Sync;

/// <summary>What a kiosk registered by itself is taken as it happened; whatever contradicts it is for a supervisor to look at.</summary>
public sealed class DeliverItemTests : ServerTest
{
    private FarKiosk kiosk = null!;
    private StaffMember maya = null!;

    private DateTime Now => Server.Clock.GetUtcNow().UtcDateTime;

    protected override async Task ArrangeAsync()
    {
        maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        kiosk = await FarKiosk.EnrolAsync(Server);
    }

    [Fact]
    public async Task An_item_with_a_leased_tag_arrives_as_it_was_registered_though_nobody_is_signed_in()
    {
        await kiosk.LeaseAsync();
        var tag = kiosk.TakeCode();
        var form = Form(tag: tag);

        var (status, answer) = await kiosk.DeliverAsync(form, TestPicture.Png(1, 2, 3), TestPicture.Png(200, 2, 3));

        Assert.Equal((HttpStatusCode.Accepted, tag), (status, answer.Tag));
        var item = await ItemAsync(answer.Id);
        Assert.Equal(form.Single(f => f.Name == DeviceFields.Item).Value, item.Id.ToString());
        Assert.Equal(("backpack", "Fjällräven", "gift-emporium", "A1", 2), (item.Category, item.Brand, item.Place, item.Bin, item.Photos.Count));
        var custody = Assert.Single(await Server.CustodyAsync(item.Id));
        Assert.Equal((maya.Id, "Maya", "Kiosk 2"), (custody.StaffId, custody.StaffName, custody.DeviceName));
        Assert.DoesNotContain("without a network", custody.Note, StringComparison.Ordinal);
        Assert.Empty(await FarKiosk.TasksAsync(Server));
    }

    [Fact]
    public async Task An_item_that_comes_late_says_when_it_was_registered_and_when_it_came()
    {
        var form = Form(at: Now.AddMinutes(-137)).With(DeviceFields.SentAt, FarKiosk.Iso(Now)).With("found-time", "12:30");

        var (_, answer) = await kiosk.DeliverAsync(form);

        var item = await ItemAsync(answer.Id);
        Assert.Equal(Now.AddMinutes(-137), item.RegisteredAt);
        Assert.Contains("Registered without a network at 12:43 on Kiosk 2 by Maya, received 15:00.", Assert.Single(await Server.CustodyAsync(item.Id)).Note, StringComparison.Ordinal);
        Assert.Empty(await FarKiosk.TasksAsync(Server));
    }

    [Fact]
    public async Task The_same_request_again_is_answered_as_the_first_time()
    {
        var form = Form();
        var first = await kiosk.DeliverAsync(form, TestPicture.Png(5, 5, 5));
        Server.Clock.Advance(TimeSpan.FromHours(3));

        var second = await kiosk.DeliverAsync(form.With(DeviceFields.SentAt, FarKiosk.Iso(Now)), TestPicture.Png(5, 5, 5));

        Assert.Equal(first, second);
        Assert.Equal(1, await Server.ItemCountAsync());
    }

    [Fact]
    public async Task The_same_request_with_other_content_is_refused_in_words_and_changes_nothing()
    {
        var form = Form();
        var (_, first) = await kiosk.DeliverAsync(form, TestPicture.Png(5, 5, 5));

        var words = await kiosk.DeliverAsync(form.With("brand", "Eastpak"), TestPicture.Png(5, 5, 5));
        var photo = await kiosk.DeliverAsync(form, TestPicture.Png(6, 6, 6));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (words.Status, photo.Status));
        Assert.Contains(TagCode.Display(first.Tag!), words.Answer.Message, StringComparison.Ordinal);
        Assert.Equal(("Fjällräven", 1), ((await ItemAsync(first.Id)).Brand, await Server.ItemCountAsync()));
    }

    [Theory]
    [InlineData("category", "hovercraft", "“hovercraft” is not in the list any more. It stands as Something else")]
    [InlineData("category", "", "No kind of thing was given")]
    [InlineData("place", "closed-ride", "The place “closed-ride” is not in the list any more")]
    [InlineData("bin", "Z99", "bin “Z99”, which is not in the list any more")]
    [InlineData("colours", "octarine", "octarine is not in the list any more")]
    [InlineData("found-date", "2031-01-01", "found on 2031-01-01 at 14:30, which cannot be")]
    [InlineData("found-time", "half past", "at half past, which cannot be")]
    [InlineData("tag", "NOT-A-CODE", "bears no proper code")]
    public async Task What_cannot_be_is_replaced_by_what_can_and_a_supervisor_is_told(string field, string value, string told)
    {
        var (status, answer) = await kiosk.DeliverAsync(Form().With(field, value));

        Assert.Equal(HttpStatusCode.Accepted, status);
        var item = await ItemAsync(answer.Id);
        Assert.True(item.FoundAt <= Now);
        var task = Assert.Single(await FarKiosk.TasksAsync(Server));
        Assert.Contains(told, task.Words, StringComparison.Ordinal);
        Assert.StartsWith(TagCode.Display(item.Tag), task.Words, StringComparison.Ordinal);
        Assert.Equal((item.Id, "Maya", "Kiosk 2"), (task.ItemId, task.StaffName, task.DeviceName));
    }

    [Theory]
    [InlineData(+192, "3 h 12 fast")]
    [InlineData(-45, "45 min slow")]
    public async Task A_kiosk_whose_clock_is_wrong_is_believed_as_far_as_its_error_is_known(int minutesOff, string told)
    {
        var pressed = Now.AddHours(-1);
        var form = Form(at: pressed.AddMinutes(minutesOff)).With(DeviceFields.SentAt, FarKiosk.Iso(Now.AddMinutes(minutesOff)));

        var (_, answer) = await kiosk.DeliverAsync(form.With("found-time", "11:00"));

        Assert.Equal(pressed, (await ItemAsync(answer.Id)).RegisteredAt);
        Assert.Contains(told, Assert.Single(await FarKiosk.TasksAsync(Server)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_cannot_be_read_is_left_out_and_the_rest_is_taken()
    {
        var (status, answer) = await kiosk.DeliverAsync(Form(), "no picture at all"u8.ToArray(), TestPicture.Png(7, 7, 7));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Single((await ItemAsync(answer.Id)).Photos);
        Assert.Equal(TaskKind.Photo, Assert.Single(await FarKiosk.TasksAsync(Server)).Kind);
    }

    [Fact]
    public async Task A_tag_that_another_item_bears_gives_way_to_a_fresh_one()
    {
        await kiosk.LeaseAsync();
        var tag = kiosk.TakeCode();
        var (_, first) = await kiosk.DeliverAsync(Form(tag: tag));

        var (status, second) = await kiosk.DeliverAsync(Form(tag: tag));

        Assert.Equal((HttpStatusCode.Accepted, tag), (status, first.Tag));
        Assert.NotEqual(tag, second.Tag);
        var task = Assert.Single(await FarKiosk.TasksAsync(Server));
        Assert.Contains($"{TagCode.Display(tag)} is another item’s tag already", task.Words, StringComparison.Ordinal);
        Assert.Equal(second.Id, task.ItemId);
    }

    [Fact]
    public async Task A_tag_that_was_never_issued_or_set_aside_for_another_kiosk_is_kept_and_looked_at()
    {
        var other = await FarKiosk.EnrolAsync(Server, "Kiosk 3");
        await other.LeaseAsync();
        var (leased, unknown) = (other.TakeCode(), TagCode.New());

        var (_, first) = await kiosk.DeliverAsync(Form(tag: unknown));
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var (_, second) = await kiosk.DeliverAsync(Form(tag: leased));

        Assert.Equal((unknown, leased), (first.Tag, second.Tag));
        var tasks = await FarKiosk.TasksAsync(Server);
        Assert.Contains("never issued here", tasks[0].Words, StringComparison.Ordinal);
        Assert.Contains("set aside for another device", tasks[1].Words, StringComparison.Ordinal);
        Assert.Equal(TagOrigin.Adopted, await Server.Store.ReadAsync(db => db.Tags.Where(t => t.Code == unknown).Select(t => t.Origin).SingleAsync()));
    }

    [Fact]
    public async Task An_item_number_used_before_makes_another_item_and_a_task()
    {
        var form = Form();
        var (_, first) = await kiosk.DeliverAsync(form);

        var (status, second) = await kiosk.DeliverAsync(form.With("request", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Contains("registered twice", Assert.Single(await FarKiosk.TasksAsync(Server)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_meanwhile_is_named_to_a_supervisor_and_the_device_answers_for_it()
    {
        await Server.Store.WriteAsync(db => db.Staff.Where(s => s.Id == maya.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Active, false)), default);

        var (_, answer) = await kiosk.DeliverAsync(Form());
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var (_, unsigned) = await kiosk.DeliverAsync(Form().With(DeviceFields.Staff, "").With(DeviceFields.StaffName, ""));

        foreach (var id in new[] { answer.Id, unsigned.Id })
            Assert.Equal("the device itself", Assert.Single(await Server.CustodyAsync(id)).StaffName);
        var tasks = await FarKiosk.TasksAsync(Server);
        Assert.Contains("Maya is said to have registered this on Kiosk 2", tasks[0].Words, StringComparison.Ordinal);
        Assert.Contains("Nobody was signed in on Kiosk 2", tasks[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_drains_after_the_person_signed_out()
    {
        var page = await kiosk.Browser.SignInAsync(maya.Id, returnTo: "/kiosk");
        await kiosk.GreetAsync();
        await kiosk.Browser.SendAsync(page, "form[action='/lock']");

        var (stale, expired) = await kiosk.DeliverAsync(Form());
        await kiosk.GreetAsync();
        var (status, _) = await kiosk.DeliverAsync(Form());

        Assert.True(expired.Expired);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Accepted), (stale, status));
    }

    [Fact]
    public async Task A_revoked_device_is_refused_everything()
    {
        await kiosk.GreetAsync();
        await Server.Store.WriteAsync(db => db.Devices.ExecuteUpdateAsync(set => set.SetProperty(d => d.RevokedAt, Now)), default);

        var (status, answer) = await kiosk.DeliverAsync(Form());

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("not enrolled here any more", answer.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await kiosk.GreetAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await kiosk.Browser.OpenAsync("/kiosk/shell")).Status);
        Assert.Equal(0, await Server.ItemCountAsync());
    }

    private Task<Item> ItemAsync(Guid id) => AtTheKiosk.ItemAsync(Server, id);

    private (string Name, string Value)[] Form(DateTime? at = null, string? tag = null) => FarKiosk.Form(Guid.NewGuid(), at ?? Now, maya, tag);
}
