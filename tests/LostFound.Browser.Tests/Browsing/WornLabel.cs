using QRCoder;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// A camera's picture of a label that has been through something: turned, tilted, blurred, dim, scratched, stained,
/// creased, under a lamp. The same seed gives the same picture.
/// </summary>
internal sealed class WornLabel
{
    public const int Width = 640;
    public const int Height = 480;
    private const int SamplesPerSide = 2;
    private const float Ground = 0.55f;

    private readonly Random random;
    private readonly bool[][] modules;
    private readonly Damage damage;

    public WornLabel(int seed, string text)
    {
        (Text, random) = (text, new Random(seed));
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        modules = [.. code.ModuleMatrix.Select(row => row.Cast<bool>().ToArray())];
        damage = (Damage)(seed % Enum.GetValues<Damage>().Length);
    }

    public enum Damage { Turned, Tilted, Blurred, Dim, Scratched, Stained, Creased, Glaring, Noisy, Small }

    public string Text { get; }

    public Damage Kind => damage;

    /// <summary>Grey values, row by row.</summary>
    public byte[] Draw()
    {
        var toModules = View();
        var marks = Marks();
        var light = new float[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
                light[y * Width + x] = Pixel(x, y, toModules, marks);
        }
        for (var pass = 0; pass < 3; pass++)
            Soften(light, Amount(Damage.Blurred, usually: 0.6, worst: 1.6));
        return Expose(light);
    }

    /// <summary>From a pixel to where on the label it lies, in modules: turned, tilted (a projective map), at a random place.</summary>
    private Func<double, double, (double X, double Y)> View()
    {
        var across = modules.Length;
        var size = damage == Damage.Small ? 150 + random.NextDouble() * 30 : 220 + random.NextDouble() * 160;
        var angle = damage == Damage.Turned ? random.NextDouble() * Math.Tau : (random.NextDouble() - 0.5) * 0.5;
        var (tiltX, tiltY) = damage == Damage.Tilted ? ((random.NextDouble() - 0.5) * 0.9, (random.NextDouble() - 0.5) * 0.9) : ((random.NextDouble() - 0.5) * 0.2, (random.NextDouble() - 0.5) * 0.2);
        var (centreX, centreY) = (Width / 2.0 + (random.NextDouble() - 0.5) * 60, Height / 2.0 + (random.NextDouble() - 0.5) * 40);
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        return (x, y) =>
        {
            var (dx, dy) = ((x - centreX) / size, (y - centreY) / size);
            var depth = 1 + tiltX * dx + tiltY * dy;
            var (u, v) = (dx / depth, dy / depth);
            return ((cos * u + sin * v + 0.5) * across, (-sin * u + cos * v + 0.5) * across);
        };
    }

    private float Pixel(int x, int y, Func<double, double, (double X, double Y)> toModules, List<Func<double, double, float?>> marks)
    {
        // Most of the picture is the thing that the label is on.
        var (middleU, middleV) = toModules(x + 0.5, y + 0.5);
        if (Math.Min(middleU, middleV) < -1 || Math.Max(middleU, middleV) > modules.Length + 1)
            return Ground;
        var sum = 0f;
        for (var i = 0; i < SamplesPerSide * SamplesPerSide; i++)
        {
            var (u, v) = toModules(x + (i % SamplesPerSide + 0.5) / SamplesPerSide, y + (i / SamplesPerSide + 0.5) / SamplesPerSide);
            float? grey = null;
            for (var mark = 0; mark < marks.Count && grey is null; mark++)
                grey = marks[mark](u, v);
            sum += grey ?? Printed(u, v);
        }
        return sum / (SamplesPerSide * SamplesPerSide);
    }

    private float Printed(double u, double v)
    {
        if (u < 0 || v < 0 || u >= modules.Length || v >= modules.Length)
            return Ground;
        return modules[(int)v][(int)u] ? 0f : 1f;
    }

    /// <summary>
    /// What lies on the print, in modules, of which one is 0.7 mm on our labels: scratches of a quarter of a
    /// millimetre and a quarter of the label, a crease right across, stains of two to four millimetres.
    /// </summary>
    private List<Func<double, double, float?>> Marks()
    {
        var marks = new List<Func<double, double, float?>>();
        var across = modules.Length;
        for (var i = 0; i < (damage == Damage.Scratched ? 3 : 0); i++)
            marks.Add(Line(random.NextDouble() * across, random.NextDouble() * across, random.NextDouble() * Math.PI, halfWidth: 0.2, halfLength: across / 4.0, grey: random.Next(2)));
        if (damage == Damage.Creased)
            marks.Add(Line(across / 2.0, across / 2.0, random.NextDouble() * Math.PI, halfWidth: 0.25, halfLength: across, grey: 0.8f));
        for (var i = 0; i < (damage == Damage.Stained ? 3 : 0); i++)
        {
            // Coffee runs over the data; over a corner square no reader finds a code at all.
            var (cx, cy, radius, grey) = (across * (0.4 + random.NextDouble() * 0.25), across * (0.4 + random.NextDouble() * 0.25), 1.2 + random.NextDouble() * 1.3, (float)random.NextDouble());
            marks.Add((u, v) => (u - cx) * (u - cx) + (v - cy) * (v - cy) < radius * radius ? grey : null);
        }
        return marks;
    }

    private static Func<double, double, float?> Line(double x, double y, double angle, double halfWidth, double halfLength, float grey)
    {
        var (nx, ny) = (-Math.Sin(angle), Math.Cos(angle));
        return (u, v) => Math.Abs((u - x) * nx + (v - y) * ny) < halfWidth && Math.Abs((u - x) * ny - (v - y) * nx) < halfLength ? grey : null;
    }

    /// <summary>One pass of a box filter each way; three are near a Gaussian of this radius.</summary>
    private static void Soften(float[] light, double radius)
    {
        var side = (float)Math.Min(radius, 2);
        var weight = 1 / (1 + 2 * side);
        foreach (var step in (int[])[1, Width])
        {
            var before = (float[])light.Clone();
            for (var i = 2 * Width; i < light.Length - 2 * Width; i++)
            {
                var near = Math.Min(side, 1);
                var far = Math.Max(side - 1, 0);
                light[i] = weight * (before[i] + near * (before[i - step] + before[i + step]) + far * (before[i - 2 * step] + before[i + 2 * step]));
            }
        }
    }

    private byte[] Expose(float[] light)
    {
        var contrast = Amount(Damage.Dim, usually: 0.75, worst: 0.3);
        var dark = damage == Damage.Dim ? 0.12 : 0.1;
        var slope = damage == Damage.Dim ? 0.15 : 0.08;
        var noise = Amount(Damage.Noisy, usually: 0.02, worst: 0.12);
        var (lampX, lampY) = (random.NextDouble() * Width, random.NextDouble() * Height);
        var lamp = damage == Damage.Glaring ? 0.5 : 0;
        var grey = new byte[light.Length];
        for (var i = 0; i < light.Length; i++)
        {
            var (x, y) = (i % Width, i / Width);
            var fromLamp = lamp == 0 ? 0 : Math.Exp(-((x - lampX) * (x - lampX) + (y - lampY) * (y - lampY)) / (2 * 110.0 * 110.0));
            var value = dark + contrast * light[i] + slope * (x / (double)Width - 0.5) + lamp * fromLamp + noise * Normal();
            grey[i] = (byte)Math.Clamp(value * 255, 0, 255);
        }
        return grey;
    }

    private double Amount(Damage of, double usually, double worst) => damage == of ? worst : usually;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
