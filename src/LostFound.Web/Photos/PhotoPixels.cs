namespace LostFound.Web.Photos;

/// <summary>A photo shrunk to few pixels, for looking at its colours.</summary>
/// <param name="Rgb">sRGB, three bytes a pixel, row by row.</param>
public sealed record PhotoPixels(byte[] Rgb, int Width, int Height);
