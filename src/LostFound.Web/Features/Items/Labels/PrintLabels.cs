using System.Globalization;
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
        app.MapGet("/label-sheet.css", (ConfigStore config) => Results.Text(StylesheetOf(ChooseLabels.LabelSheetOf(config.Current)), "text/css")).RequireAuthorization(Policies.Agent);
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
        return LabelPages.Of(labels, choice, venue);
    }
}
