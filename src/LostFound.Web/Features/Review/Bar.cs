namespace LostFound.Web.Features.Review;

/// <summary>Two counts beside each other on a plot.</summary>
/// <param name="Marks">The numbers of what was changed then, as in the list below; mostly none.</param>
public sealed record Bar(string Label, int First, int Second, string Marks = "");
