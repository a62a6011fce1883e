namespace LostFound.Web.Features.Handover;

/// <summary>The limits of scanning and handing over, shared by forms, checks and tests.</summary>
public static class HandoverLimits
{
    /// <summary>Characters of a scanned or typed code that are kept when it is refused.</summary>
    public const int RawCode = 200;

    /// <summary>Room for any address in a QR code; what is longer is no tag of ours.</summary>
    public const int Code = 2000;

    public const int Name = 100;
    public const int ProofNote = 500;

    /// <summary>A signature of fewer characters is a dot, no line.</summary>
    public const int SignatureLeast = 20;

    public const int SignatureMost = 20_000;

    /// <summary>The pad's own units: a drawn signature holds whole and tenth units of them.</summary>
    public const int PadWidth = 600;

    public const int PadHeight = 200;

    /// <summary>How long a shown text, with the time that stands in it, may still be signed.</summary>
    public static readonly TimeSpan TextLives = TimeSpan.FromMinutes(30);
}
