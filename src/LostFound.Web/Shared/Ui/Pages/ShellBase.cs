using Microsoft.AspNetCore.Components;

namespace LostFound.Web.Shared.Ui.Pages;

/// <summary>What a page says about itself to the shell around it.</summary>
public abstract class ShellBase : ComponentBase
{
    /// <summary>The window's title; the venue's name is added.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Null for the language of the request.</summary>
    [Parameter] public string? Lang { get; set; }

    /// <summary>"rtl" for Arabic and its kin; null for that of the request's language.</summary>
    [Parameter] public string? Dir { get; set; }

    /// <summary>"light" or "dark" to overrule the device; null to follow it.</summary>
    [Parameter] public string? Theme { get; set; }

    [Parameter] public string? BodyClass { get; set; }

    /// <summary>The script entry in Client/ without its ending; null for a page that needs none.</summary>
    [Parameter] public string? Script { get; set; }

    /// <summary>More elements for the head, such as a preload.</summary>
    [Parameter] public RenderFragment? Head { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
