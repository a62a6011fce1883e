using System.Globalization;
using System.Text;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items.Labels;

/// <summary><c>/labels/print</c>: labels of several items at once, on a roll, on sheets of A4, or as a ZPL file.</summary>
internal sealed class PrintLabels(Store store, ConfigStore config)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/labels/print", (HttpRequest request, PrintLabels print) => print.ShowAsync(request)).RequireAuthorization(Policies.Agent);
        app.MapGet("/label-sheet.css", (ConfigStore config) => Results.Text(StylesheetOf(ChooseLabels.LabelSheetOf(config.Current)), "text/css"));
    }

    /// <summary>The sheet's maker sets where the labels are, and no inline style may say so.</summary>
    internal static string StylesheetOf(LabelSheet sheet) => string.Create(CultureInfo.InvariantCulture, $$"""
        @page{size:A4;margin:{{sheet.MarginTopMm}}mm 0 0 {{sheet.MarginLeftMm}}mm}
        .label-sheet{grid-template-columns:repeat({{sheet.Columns}},{{sheet.LabelWidthMm}}mm);grid-template-rows:repeat({{sheet.Rows}},{{sheet.LabelHeightMm}}mm);gap:{{sheet.GapYMm}}mm {{sheet.GapXMm}}mm}
        """);

    private async Task<IResult> ShowAsync(HttpRequest request)
    {
        var venue = config.Current;
        var choice = LabelChoice.Of(request.Query);
        var items = await store.ReadAsync(db => db.Items.Where(i => choice.Items.Contains(i.Id)).OrderBy(i => i.RegisteredAt).ThenBy(i => i.Id).ToListAsync());
        if (items.Count == 0)
            return new Refusal(RefusalKind.NotFound, "Tick the items whose labels you want, then print.").AsPage("No labels were chosen", "/labels", "Choose labels");
        var labels = items.Select(item => ItemLabel.Of(item, venue, ItemLabel.AddressOf(item.Tag, venue, request))).ToList();
        return choice.Paper switch
        {
            LabelPaper.Zpl => Results.File(Encoding.UTF8.GetBytes(string.Concat(labels.Select(ZplLabel.Of))), "text/plain; charset=utf-8", "labels.zpl"),
            LabelPaper.Sheet => Render.Page<LabelSheetPage>(new { Sheets = Sheets(labels, choice.Start, ChooseLabels.LabelSheetOf(venue).Places), labels.Count }),
            LabelPaper.Roll => Render.Page<LabelRollPage>(new { Labels = labels }),
        };
    }

    /// <summary>Label after label, from the first free place on; a place with nothing on it is null.</summary>
    internal static List<LabelView?[]> Sheets(IEnumerable<LabelView> labels, int start, int places) =>
        [.. Enumerable.Repeat<LabelView?>(null, Math.Min(start, places) - 1).Concat(labels).Chunk(places)];
}
