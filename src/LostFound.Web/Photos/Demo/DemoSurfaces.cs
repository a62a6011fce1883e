using System.Globalization;
using System.Text;

namespace LostFound.Web.Photos.Demo;

/// <summary>What an item lies on when a hurried person photographs it.</summary>
internal static class DemoSurfaces
{
    private const double EnoughContrast = 105;

    private static readonly (int Colour, Func<Random, string> Draw)[] All =
    [
        (0xD2A06C, random => Wood(random, "#d2a06c", "#b98350")),
        (0x7A5238, random => Wood(random, "#7a5238", "#5f3d28")),
        (0xC9CDD0, random => Counter(random, "#c9cdd0", "#aeb4b9")),
        (0xEDE6DA, random => Counter(random, "#ede6da", "#d3c9b8")),
        (0x5B87B5, _ => Tray("#5b87b5", "#47709c", "#83a9d0")),
        (0x565C66, _ => Tray("#565c66", "#434851", "#757c88")),
        (0xC9A77A, Paper),
        (0x7FB069, Grass),
        (0xB9C7C4, Tiles),
    ];

    /// <summary>One at random, of those on which a thing of this colour can be seen.</summary>
    public static string Pick(int thing, Random random)
    {
        var fitting = All.Where(surface => DemoColours.Distance(surface.Colour, thing) > EnoughContrast).ToList();
        return fitting[random.Next(fitting.Count)].Draw(random);
    }

    private static string Wood(Random random, string board, string grain)
    {
        var svg = new StringBuilder(Ground(board));
        for (var y = random.Next(-120, 0); y < DemoScene.Height; y += 190)
        {
            Add(svg, $"""<path d="M0 {y}h1200v7H0z" fill="{grain}"/>""");
            for (var line = 0; line < 5; line++)
            {
                var (x, at) = (random.Next(-200, 1000), y + 28 + (line * 32));
                Add(svg, $"""<path d="M{x} {at}c120 {random.Next(-14, 15)} 240 {random.Next(-14, 15)} {random.Next(300, 520)} 0" fill="none" stroke="{grain}" stroke-width="5" stroke-linecap="round" opacity=".45"/>""");
            }
        }

        return svg.ToString();
    }

    private static string Counter(Random random, string top, string speckle)
    {
        var svg = new StringBuilder(Ground(top));
        for (var i = 0; i < 130; i++)
        {
            Add(svg, $"""<circle cx="{random.Next(1200)}" cy="{random.Next(900)}" r="{random.Next(2, 7)}" fill="{speckle}" opacity=".6"/>""");
        }

        return svg.ToString();
    }

    private static string Tray(string inside, string ridge, string rim) => $"""
        {Ground("#d9d4ca")}
        <rect x="26" y="22" width="1148" height="856" rx="90" fill="{rim}"/>
        <rect x="62" y="58" width="1076" height="784" rx="66" fill="{ridge}"/>
        <rect x="72" y="74" width="1056" height="768" rx="60" fill="{inside}"/>
        <path d="M150 130v656M300 130v656M450 130v656M600 130v656M750 130v656M900 130v656M1050 130v656" stroke="{ridge}" stroke-width="12" stroke-linecap="round" opacity=".45"/>
        """;

    private static string Paper(Random random) => string.Create(CultureInfo.InvariantCulture, $"""
        {Ground("#8f7a66")}
        <g transform="rotate({random.Next(-7, 8)} 600 450)"><rect x="60" y="40" width="1080" height="820" rx="8" fill="#c9a77a"/>
        <path d="M420 40v820M780 40v820M60 450h1080" stroke="#b08d5f" stroke-width="7" opacity=".7"/><path d="M420 40h360v410H420z" fill="#d4b68c" opacity=".5"/></g>
        """);

    private static string Grass(Random random)
    {
        var svg = new StringBuilder(Ground("#7fb069"));
        for (var i = 0; i < 150; i++)
        {
            var (x, y) = (random.Next(1200), random.Next(900));
            Add(svg, $"""<path d="M{x} {y}q{random.Next(-10, 11)}-24 {random.Next(-16, 17)}-40" fill="none" stroke="{(i % 2 == 0 ? "#649653" : "#9ac783")}" stroke-width="8" stroke-linecap="round"/>""");
        }

        for (var i = 0; i < 9; i++)
        {
            Add(svg, $"""<g transform="translate({random.Next(1200)} {random.Next(900)})" fill="#fffdf4"><circle cx="-11" r="9"/><circle cx="11" r="9"/><circle cy="-11" r="9"/><circle cy="11" r="9"/><circle r="8" fill="#f5cb3e"/></g>""");
        }

        return svg.ToString();
    }

    private static string Tiles(Random random)
    {
        var svg = new StringBuilder(Ground("#9fb0ad"));
        for (var (row, y) = (0, random.Next(-160, 0)); y < DemoScene.Height; row++, y += 236)
        {
            for (var x = -(row % 2 * 118); x < DemoScene.Width; x += 236)
            {
                Add(svg, $"""<rect x="{x}" y="{y}" width="226" height="226" rx="8" fill="{(random.Next(5) == 0 ? "#aebfbb" : "#b9c7c4")}"/>""");
            }
        }

        return svg.ToString();
    }

    private static string Ground(string colour) => string.Create(CultureInfo.InvariantCulture, $"""<rect width="{DemoScene.Width}" height="{DemoScene.Height}" fill="{colour}"/>""");

    private static void Add(StringBuilder svg, FormattableString part) => svg.AppendLine(part.ToString(CultureInfo.InvariantCulture));
}
