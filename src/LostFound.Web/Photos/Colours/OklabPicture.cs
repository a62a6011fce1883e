namespace LostFound.Web.Photos.Colours;

/// <summary>A small picture's colours, row by row.</summary>
internal sealed record OklabPicture(Oklab[] Pixels, int Width, int Height)
{
    /// <summary>
    /// Shading changes the lightness of one and the same cloth, its hue hardly: where colours are compared to tell
    /// things apart, the two hue axes count this many times as much as lightness.
    /// </summary>
    public const float HueWeight = 2;

    public static OklabPicture From(PhotoPixels photo)
    {
        var rgb = photo.Rgb;
        var pixels = new Oklab[photo.Width * photo.Height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Oklab.FromSrgb(rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]);
        return new OklabPicture(pixels, photo.Width, photo.Height);
    }
}
