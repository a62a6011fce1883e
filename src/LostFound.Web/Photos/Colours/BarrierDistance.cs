namespace LostFound.Web.Photos.Colours;

/// <summary>
/// How strong an edge has to be crossed to come from the picture's border to a pixel: small on a floor however far
/// from the border, large on what lies on it. The minimum barrier distance by raster scans of Jianming Zhang et al.,
/// "Minimum Barrier Salient Object Detection at 80 FPS", ICCV 2015.
/// </summary>
internal static class BarrierDistance
{
    /// <summary>As many as the paper found enough.</summary>
    private const int Passes = 3;

    /// <summary>The distance of each pixel, summed over the three axes of OKLab; 0 on the border.</summary>
    public static double[] Of(OklabPicture picture)
    {
        var sum = new double[picture.Pixels.Length];
        AddTo(sum, picture, static colour => colour.L);
        AddTo(sum, picture, static colour => colour.A * OklabPicture.HueWeight);
        AddTo(sum, picture, static colour => colour.B * OklabPicture.HueWeight);
        return sum;
    }

    private static void AddTo(double[] sum, OklabPicture picture, Func<Oklab, float> axis)
    {
        var paths = new Path[sum.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            var value = axis(picture.Pixels[i]);
            paths[i] = new Path(value, value, value, IsBorder(i, picture) ? 0 : float.MaxValue);
        }
        for (var pass = 0; pass < Passes; pass++)
            Scan(paths, picture.Width, picture.Height, forward: pass % 2 == 0);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += paths[i].Barrier;
    }

    /// <summary>Down and to the right, or back: every inner pixel takes the better way over the two neighbours just seen.</summary>
    private static void Scan(Path[] paths, int width, int height, bool forward)
    {
        var step = forward ? 1 : -1;
        for (var row = 1; row < height - 1; row++)
        {
            var y = forward ? row : height - 1 - row;
            for (var column = 1; column < width - 1; column++)
            {
                var x = forward ? column : width - 1 - column;
                var i = (y * width) + x;
                paths[i] = paths[i].Or(paths[i - step]).Or(paths[i - (step * width)]);
            }
        }
    }

    private static bool IsBorder(int i, OklabPicture picture)
    {
        var (y, x) = Math.DivRem(i, picture.Width);
        return x == 0 || y == 0 || x == picture.Width - 1 || y == picture.Height - 1;
    }

    /// <summary>The best way found from the border: the lowest and highest value on it, and what they differ by.</summary>
    private readonly record struct Path(float Value, float Low, float High, float Barrier)
    {
        public Path Or(Path neighbour)
        {
            var (low, high) = (Math.Min(neighbour.Low, Value), Math.Max(neighbour.High, Value));
            return neighbour.Barrier < float.MaxValue && high - low < Barrier ? new Path(Value, low, high, high - low) : this;
        }
    }
}
