namespace LostFound.Web.Shared.Ui;

/// <summary>One primary a screen; the others recede in this order.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,
    Quiet,
    Danger,
}

internal static class ButtonKindStyle
{
    public static string Class(this ButtonKind kind) => kind switch
    {
        ButtonKind.Primary => "btn-primary",
        ButtonKind.Secondary => "btn-secondary",
        ButtonKind.Quiet => "btn-quiet",
        ButtonKind.Danger => "btn-danger",
    };
}
