using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Scanning;

/// <summary><c>/bins</c> and <c>/bins/labels</c>: all bins at a glance, and the sheet of their labels for any printer.</summary>
internal static class BinLabels
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/bins", async (ReadBins read) =>
        {
            var (desks, time) = await read.HandleAsync();
            return Render.Page<BinsPage>(new { Desks = desks, Time = time }, noStore: true);
        });
        app.MapGet("/bins/labels", Show);
    }

    private static IResult Show(string? desk, HttpRequest request, ConfigStore config)
    {
        var venue = config.Current;
        var origin = StaffAddress.Base(request, venue);
        var labels = venue.Bins.Where(bin => string.IsNullOrEmpty(desk) || bin.Desk == desk)
            .Select(bin => new BinLabel(bin, BinCode.LabelAddress(bin.Code, origin), ItemWords.Desk(bin.Desk, venue))).ToArray();
        return Render.Page<BinLabelsPage>(new { Labels = labels, venue.Labels.QrErrorCorrection });
    }
}

/// <param name="Address">What the label's code holds.</param>
public sealed record BinLabel(Bin Bin, string Address, string DeskName);
