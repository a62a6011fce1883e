using System.Text;
using LostFound.Web.Configuration;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Items.Labels;

/// <summary>Labels on the paper that was chosen.</summary>
internal static class LabelPages
{
    public static IResult Of(IReadOnlyList<LabelView> labels, LabelChoice choice, VenueConfig venue) => choice.Paper switch
    {
        LabelPaper.Zpl => Results.File(Encoding.UTF8.GetBytes(string.Concat(labels.Select(ZplLabel.Of))), "text/plain; charset=utf-8", "labels.zpl"),
        LabelPaper.Sheet => Render.Page<LabelSheetPage>(new { Sheets = Sheets(labels, choice.Start, ChooseLabels.LabelSheetOf(venue).Places), labels.Count }),
        LabelPaper.Roll => Render.Page<LabelRollPage>(new { Labels = labels }),
    };

    /// <summary>Label after label, from the first free place on; a place with nothing on it is null.</summary>
    internal static List<LabelView?[]> Sheets(IEnumerable<LabelView> labels, int start, int places) =>
        [.. Enumerable.Repeat<LabelView?>(null, Math.Min(start, places) - 1).Concat(labels).Chunk(places)];
}
