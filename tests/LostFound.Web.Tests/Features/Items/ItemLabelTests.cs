using System.Globalization;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Tests.Hosting;
using QRCoder;

namespace LostFound.Web.Tests.Features.Items;

public sealed class ItemLabelTests : SignedInTest
{
    [Fact]
    public async Task The_label_says_what_the_item_is_and_never_what_only_its_owner_knows()
    {
        var item = await Server.RegisterItemAsync(Agent);

        var page = await Agent.OpenAsync($"/items/{item.Id}/label");

        var label = page.Find(".label")!;
        Assert.Equal([item.Tag[..4], item.Tag[4..]], label.QuerySelectorAll(".label-code .tag-group").Select(g => g.TextContent));
        foreach (var words in new[] { "Backpack", "Fjällräven", "4 Jul 2026, 14:30", "Lantern Gift Emporium", "Lantern Bay Park · Lost & Found", "If found please hand to the nearest desk" })
            Assert.Contains(words, label.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Initials", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_qr_holds_the_upper_case_address_at_the_labels_level()
    {
        var item = await Server.RegisterItemAsync(Agent);

        var page = await Agent.OpenAsync($"/items/{item.Id}/label");

        var address = $"HTTP://{Server.Address.Authority}/T/{item.Tag}".ToUpperInvariant();
        using var expected = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        Assert.Equal(Modules(expected), Drawn(page));
    }

    [Fact]
    public async Task After_registering_the_next_item_is_the_primary_action()
    {
        var label = await Agent.RegisterAsync();

        Assert.Equal("?new=1", label.Address.Query);
        Assert.Equal("/kiosk", label.Find("a.btn-primary")!.GetAttribute("href"));
        Assert.Contains("put it in A1", label.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_label_of_no_item_is_a_page_that_helps()
    {
        var page = await Agent.OpenAsync($"/items/{Guid.NewGuid()}/label");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
        Assert.Contains("this item isn't here", page.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paper_has_the_size_that_the_venue_set()
    {
        var css = await Agent.OpenAsync("/label.css");

        Assert.Contains("@page{size:62mm 40mm;", css.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_in_capitals_stays_alphanumeric_and_so_one_version_smaller()
    {
        const string address = "https://lost.lanternbay.example/t/7K2M9QXC";

        var mixed = QrShape.Of(address, QrErrorCorrection.Quartile);
        var capitals = QrShape.Of(address.ToUpperInvariant(), QrErrorCorrection.Quartile);

        // 42 characters at level Q: alphanumeric fits version 3 (47), bytes need version 4 (46).
        Assert.Equal((3, 4), (capitals.Version, mixed.Version));
    }

    [Theory]
    [InlineData(QrErrorCorrection.Medium, QRCodeGenerator.ECCLevel.M)]
    [InlineData(QrErrorCorrection.Quartile, QRCodeGenerator.ECCLevel.Q)]
    [InlineData(QrErrorCorrection.High, QRCodeGenerator.ECCLevel.H)]
    public void The_drawn_modules_are_the_codes_modules(QrErrorCorrection level, QRCodeGenerator.ECCLevel same)
    {
        var shape = QrShape.Of("HTTPS://PARK.EXAMPLE/T/7K2M9QXC", level);

        using var expected = QRCodeGenerator.GenerateQrCode("HTTPS://PARK.EXAMPLE/T/7K2M9QXC", same);
        Assert.Equal(Modules(expected), Painted(shape.Size, shape.Path));
    }

    private static string Drawn(Page page)
    {
        var svg = page.Find(".label svg.qr")!;
        return Painted(int.Parse(svg.GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture), svg.QuerySelector("path")!.GetAttribute("d")!);
    }

    /// <summary>The path painted again, module by module.</summary>
    private static string Painted(int size, string path)
    {
        var dark = new bool[size, size];
        foreach (var run in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = run.Split('M', ' ', 'h', 'v', 'H').Skip(1).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            for (var x = numbers[0]; x < numbers[0] + numbers[2]; x++)
                dark[numbers[1], x] = true;
        }
        return string.Join('\n', Enumerable.Range(0, size).Select(y => string.Concat(Enumerable.Range(0, size).Select(x => dark[y, x] ? '#' : '.'))));
    }

    private static string Modules(QRCodeData code) =>
        string.Join('\n', code.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '#' : '.'))));
}
