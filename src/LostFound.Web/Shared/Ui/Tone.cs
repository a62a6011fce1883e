namespace LostFound.Web.Shared.Ui;

/// <summary>What a colour says. Neutral unless somebody should do something or may stop worrying.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Error,
}

internal static class ToneStyle
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Neutral => "tone-neutral",
        Tone.Info => "tone-info",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Error => "tone-error",
    };

    /// <summary>Colour never carries the meaning alone.</summary>
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Neutral or Tone.Info => "info",
        Tone.Success => "circle-check",
        Tone.Warning or Tone.Error => "triangle-alert",
    };
}
