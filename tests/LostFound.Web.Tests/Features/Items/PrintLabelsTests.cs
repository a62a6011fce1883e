using System.Globalization;
using System.Net;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Items.Labels;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

public sealed class PrintLabelsTests : SignedInTest
{
    private static readonly LabelView Sample = new(
        Guid.Empty, "7K2M9QXC", "HTTPS://LOST.LANTERNBAY.EXAMPLE/T/7K2M9QXC", "Backpack", "Navy, Fjällräven", new DateTime(2026, 7, 4, 14, 30, 0, DateTimeKind.Unspecified),
        "Lantern Gift Emporium", "A1", new LabelsFile(62, 40, QrErrorCorrection.Quartile, "Lantern Bay", "Hand to the nearest desk"));

    [Fact]
    public async Task Several_labels_come_on_one_page_in_the_order_registered_each_as_it_would_come_alone()
    {
        var (first, second) = (await RegisterAsync(), await RegisterAsync());

        var page = await Agent.OpenAsync($"/labels/print?paper=Roll&item={second.Id}&item={first.Id}&item={second.Id}");

        Assert.Equal("2 labels", page.Headline);
        Assert.Equal([first.Tag, second.Tag], page.Document.QuerySelectorAll(".label .label-code").Select(code => string.Concat(code.TextContent.Where(char.IsLetterOrDigit))));
        var alone = await Agent.OpenAsync($"/items/{first.Id}/label");
        Assert.Equal(alone.Find(".label")!.OuterHtml, page.Find(".label")!.OuterHtml);
    }

    [Fact]
    public async Task A_begun_sheet_goes_on_at_its_first_free_place_and_a_full_one_goes_over()
    {
        var item = await RegisterAsync();

        var page = await Agent.OpenAsync($"/labels/print?paper=Sheet&start=5&item={item.Id}");

        Assert.Equal(["label-place", "label-place", "label-place", "label-place", "label"], page.Find(".label-sheet")!.Children.Select(place => place.ClassName));
        var sheets = LabelPages.Sheets(Enumerable.Repeat(Sample, 21), start: 20, places: 21);
        Assert.Equal([21, 19], sheets.Select(sheet => sheet.Length));
        Assert.Equal(21, sheets.SelectMany(sheet => sheet).Count(place => place is not null));
    }

    [Fact]
    public async Task The_sheets_places_are_where_the_venue_says()
    {
        var css = await Agent.OpenAsync("/label-sheet.css");

        Assert.Contains("@page{size:A4;margin:15.1mm 0 0 7.2mm}", css.Html, StringComparison.Ordinal);
        Assert.Contains("repeat(3,63.5mm)", css.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_for_label_printers_holds_each_label_once()
    {
        var (first, second) = (await RegisterAsync(), await RegisterAsync());

        using var answer = await Agent.Http.GetAsync(new Uri($"/labels/print?paper=Zpl&item={first.Id}&item={second.Id}", UriKind.Relative));
        var zpl = await answer.Content.ReadAsStringAsync();

        Assert.Equal("labels.zpl", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(2, zpl.Split("^XA").Length - 1);
        Assert.Equal(2, zpl.Split("^XZ").Length - 1);
        foreach (var item in new[] { first, second })
            Assert.Contains($"/T/{item.Tag}^FS", zpl, StringComparison.Ordinal);
        Assert.DoesNotContain("Initials", zpl, StringComparison.Ordinal);
    }

    [Fact]
    public void What_staff_typed_cannot_become_a_printers_command()
    {
        var zpl = ZplLabel.Of(Sample with { Description = "evil ^XZ~JR_5E\nsecond line" });

        Assert.Contains("^FDevil _5EXZ_7EJR_5F5E second line^FS", zpl, StringComparison.Ordinal);
        Assert.Equal(1, zpl.Split("^XZ").Length - 1);
    }

    [Theory]
    [InlineData(203)]
    [InlineData(300)]
    [InlineData(600)]
    public void The_label_fits_its_paper_and_the_code_its_square_at_any_fineness(int dots)
    {
        var zpl = ZplLabel.Of(Sample with { Settings = Sample.Settings with { PrinterDotsPerInch = dots } });

        var (width, height) = (Number(zpl, "^PW"), Number(zpl, "^LL"));
        Assert.InRange(width, 62 * dots / 25.4 - 1, 62 * dots / 25.4 + 1);
        // Version 3 is 29 modules wide; the square is 26 mm.
        Assert.InRange(Number(zpl, "^BQN,2,") * 29, 14 * dots / 25.4, 26 * dots / 25.4);
        foreach (var origin in zpl.Split("^FO").Skip(1))
        {
            var at = origin.Split(',', '^');
            Assert.InRange(int.Parse(at[0], CultureInfo.InvariantCulture), 0, width);
            Assert.InRange(int.Parse(at[1], CultureInfo.InvariantCulture), 0, height);
        }
    }

    [Fact]
    public async Task The_page_offers_this_desks_items_and_keeps_what_was_ticked()
    {
        var item = await RegisterAsync();
        using var harbour = await Server.SignInAsync(staffName: "Tom", deviceName: "Harbour 1", desk: "harbour");

        var page = await Agent.OpenAsync($"/labels?item={item.Id}");

        Assert.NotNull(page.Find($"input[name=item][value='{item.Id}'][checked]"));
        Assert.Contains("Nothing is kept at this desk", (await harbour.OpenAsync("/labels")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/labels/print")]
    [InlineData("/labels/print?item=nonsense&paper=7&start=-4")]
    public async Task Without_an_item_the_page_says_what_to_do(string address)
    {
        var page = await Agent.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("No labels were chosen", page.Headline);
    }

    private async Task<Item> RegisterAsync()
    {
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        return await Server.RegisterItemAsync(Agent);
    }

    private static int Number(string zpl, string after)
    {
        var from = zpl.IndexOf(after, StringComparison.Ordinal) + after.Length;
        return int.Parse(zpl[from..].TakeWhile(char.IsDigit).ToArray(), CultureInfo.InvariantCulture);
    }
}
