using System.Globalization;
using System.Text;
using LostFound.Web.Configuration.Files;
using QRCoder;

namespace LostFound.Web.Shared.Ui;

/// <summary>A QR code as one SVG path, in units of modules, the quiet zone of four modules around it included.</summary>
/// <param name="Size">Modules along one side, with the quiet zone.</param>
/// <param name="Path">The dark modules, each run of a row as one rectangle.</param>
/// <param name="Version">The code's version: 1 is 21 modules wide, each further one 4 more.</param>
public sealed record QrShape(int Size, string Path, int Version)
{
    public static QrShape Of(string text, QrErrorCorrection level)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, LevelOf(level));
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (!modules[y][x])
                    continue;
                var start = x;
                while (x < modules.Count && modules[y][x])
                    x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
            }
        }
        return new QrShape(modules.Count, path.ToString(), code.Version);
    }

    private static QRCodeGenerator.ECCLevel LevelOf(QrErrorCorrection level) => level switch
    {
        QrErrorCorrection.Medium => QRCodeGenerator.ECCLevel.M,
        QrErrorCorrection.Quartile => QRCodeGenerator.ECCLevel.Q,
        QrErrorCorrection.High => QRCodeGenerator.ECCLevel.H,
    };
}
