using System.Globalization;
using System.Security;
using System.Text;

namespace LostFound.ParkDay.Report;

/// <summary>The few shapes that the plot is made of. Numbers are rounded, so that a file is the same on every machine.</summary>
internal sealed class Svg(int width, int height)
{
    private readonly StringBuilder body = new();

    public static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    public void Text(double x, double y, string text, string style = "") =>
        body.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{N(x)}" y="{N(y)}"{Class(style)}>{SecurityElement.Escape(text)}</text>""");

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        body.AppendLine(CultureInfo.InvariantCulture, $"""<line x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}"{Class(style)}/>""");

    public void Dot(double x, double y, double radius, string style) =>
        body.AppendLine(CultureInfo.InvariantCulture, $"""<circle cx="{N(x)}" cy="{N(y)}" r="{N(radius)}"{Class(style)}/>""");

    public void Box(double x, double y, double boxWidth, double boxHeight, string style) =>
        body.AppendLine(CultureInfo.InvariantCulture, $"""<rect x="{N(x)}" y="{N(y)}" width="{N(boxWidth)}" height="{N(boxHeight)}"{Class(style)}/>""");

    public void Path(string points, string style) =>
        body.AppendLine(CultureInfo.InvariantCulture, $"""<path d="{points}"{Class(style)}/>""");

    public string Document(string title, string styles) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{SecurityElement.Escape(title)}">
        <style>{styles}</style>
        <rect width="{width}" height="{height}" class="ground"/>
        {body}</svg>

        """;

    private static string Class(string style) => style.Length == 0 ? "" : $" class=\"{style}\"";
}
