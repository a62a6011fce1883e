using System.Globalization;
using System.Text;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Items.Labels;

/// <summary>A label in the language of Zebra's and many other label printers (ZPL II Programming Guide).</summary>
internal static class ZplLabel
{
    private const double MmPerInch = 25.4;
    private const double Margin = 2;
    private const double QrMm = 26;

    /// <summary>The guide allows magnifications of 1 to 100 dots a module.</summary>
    private const int LargestModule = 100;

    public static string Of(LabelView label)
    {
        var paper = new Paper(label.Settings);
        var zpl = new StringBuilder();
        zpl.Append("^XA^CI28\n");
        zpl.Append(CultureInfo.InvariantCulture, $"^PW{paper.Dots(label.Settings.RollWidthMm)}^LL{paper.Dots(label.Settings.LabelHeightMm)}^LH0,0\n");
        var words = Margin + QrMm + 2.5;
        zpl.Append(paper.Text(Margin, Margin, 2.4, paper.Width, label.Settings.HeaderText, centred: true));
        zpl.Append(CultureInfo.InvariantCulture, $"^FO{paper.Dots(Margin)},{paper.Dots(6)}^BQN,2,{paper.ModuleDots(label)}^FD{paper.Level}A,{Escaped(label.Address)}^FS\n");
        zpl.Append(paper.Text(words, 7, 5, paper.Width - QrMm - 2.5, TagCode.Display(label.Tag)));
        zpl.Append(paper.Text(words, 14, 3.4, paper.Width - QrMm - 2.5, label.Category));
        zpl.Append(paper.Text(words, 18.5, 2.6, paper.Width - QrMm - 2.5, label.Description, lines: 2));
        zpl.Append(paper.Text(words, 25, 2.6, paper.Width - QrMm - 2.5, label.FoundLocal?.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) ?? ""));
        zpl.Append(paper.Text(words, 28.2, 2.6, paper.Width - QrMm - 2.5, label.Place));
        zpl.Append(paper.Text(Margin, label.Settings.LabelHeightMm - Margin - 2.4, 2.4, paper.Width, label.Settings.FooterText, centred: true));
        return zpl.Append("^XZ\n").ToString();
    }

    /// <summary>
    /// As data of a field marked ^FH: characters that would start a command, and the mark itself, as hexadecimal;
    /// line ends as spaces. The rest goes as it is: ^CI28 says UTF-8.
    /// </summary>
    private static string Escaped(string text) => text.ReplaceLineEndings(" ")
        .Replace("_", "_5F", StringComparison.Ordinal).Replace("^", "_5E", StringComparison.Ordinal).Replace("~", "_7E", StringComparison.Ordinal);

    private sealed class Paper(LabelsFile settings)
    {
        public double Width => settings.RollWidthMm - 2 * Margin;

        public char Level => settings.QrErrorCorrection switch
        {
            QrErrorCorrection.Medium => 'M',
            QrErrorCorrection.Quartile => 'Q',
            QrErrorCorrection.High => 'H',
        };

        public int Dots(double mm) => (int)Math.Round(mm * settings.PrinterDotsPerInch / MmPerInch);

        /// <summary>As large as fits into the code's square, whose quiet zone the paper around it gives.</summary>
        public int ModuleDots(LabelView label)
        {
            var modules = QrShape.Of(label.Address, settings.QrErrorCorrection).Version * 4 + 17;
            return Math.Clamp(Dots(QrMm) / modules, 1, LargestModule);
        }

        public string Text(double x, double y, double height, double width, string text, bool centred = false, int lines = 1) => text.Length == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"^FO{Dots(x)},{Dots(y)}^A0N,{Dots(height)},{Dots(height)}^FB{Dots(width)},{lines},0,{(centred ? 'C' : 'L')}^FH_^FD{Escaped(text)}^FS\n");
    }
}
