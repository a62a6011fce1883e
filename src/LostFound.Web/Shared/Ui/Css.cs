namespace LostFound.Web.Shared.Ui;

internal static class Css
{
    /// <summary>Class names joined by spaces, without the empty ones; null when none is left, so that no empty attribute is written.</summary>
    public static string? Join(params ReadOnlySpan<string?> names)
    {
        var kept = new List<string>(names.Length);
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name)) kept.Add(name);
        }

        return kept.Count == 0 ? null : string.Join(' ', kept);
    }
}
