using Microsoft.AspNetCore.Components;

namespace LostFound.Web.Shared.Ui.Forms;

/// <summary>What every form control has: a name, a label, and how its hint and error are tied to it for a screen reader.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The control's id, to which the error summary links; the name unless told otherwise.</summary>
    [Parameter] public string? Id { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    [Parameter] public string? Error { get; set; }

    /// <summary>On a page with one question the label is the page's headline.</summary>
    [Parameter] public bool Headline { get; set; }

    protected string FieldId => Id ?? Name;

    protected string? Invalid => Error is null ? null : "true";

    protected string? DescribedBy => Describe(FieldId, Hint, Error);

    internal static string HintId(string field) => field + "-hint";

    internal static string ErrorId(string field) => field + "-error";

    internal static string? Describe(string field, string? hint, string? error)
        => Css.Join(hint is null ? null : HintId(field), error is null ? null : ErrorId(field));
}
