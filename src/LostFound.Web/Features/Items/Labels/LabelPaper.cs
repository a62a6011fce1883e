namespace LostFound.Web.Features.Items.Labels;

/// <summary>What labels come out on.</summary>
public enum LabelPaper
{
    /// <summary>A roll of a printer that the browser prints to, one label a page.</summary>
    Roll,

    /// <summary>A sheet of A4 with labels to peel off.</summary>
    Sheet,

    /// <summary>A file for a label printer that takes ZPL.</summary>
    Zpl,
}
