using System.Globalization;

namespace LostFound.Web.Features.Items.Labels;

/// <summary>Which labels, on what; all of it from the address, so that a page of labels can be loaded again.</summary>
/// <param name="Start">The first free place of a sheet that was begun, from 1.</param>
internal sealed record LabelChoice(IReadOnlyList<Guid> Items, LabelPaper Paper, int Start)
{
    /// <summary>More would be a mistake at a desk, and a page that no browser prints.</summary>
    public const int MostItems = 200;

    public static LabelChoice Of(IQueryCollection query) => new(
        [.. query["item"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(MostItems)],
        Enum.TryParse<LabelPaper>(query["paper"], ignoreCase: true, out var paper) && Enum.IsDefined(paper) ? paper : LabelPaper.Roll,
        int.TryParse(query["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? Math.Clamp(start, 1, 96) : 1);
}
