using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LostFound.Web.Shared.Icons;

/// <summary>One finished sprite: its bytes, the same bytes compressed once, and the hash that its address carries.</summary>
internal sealed partial class SpriteFile
{
    private SpriteFile(byte[] plain)
    {
        Plain = plain;
        Brotli = Compress(plain);
        Hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
    }

    public byte[] Plain { get; }

    public byte[] Brotli { get; }

    public string Hash { get; }

    public static SpriteFile Make(IEnumerable<KeyValuePair<string, string>> bodies, int viewBox)
    {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        foreach (var (id, body) in bodies)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<symbol id=\"{id}\" viewBox=\"0 0 {viewBox} {viewBox}\">{Scoped(id, body)}</symbol>");
        }

        return new SpriteFile(Encoding.UTF8.GetBytes(svg.Append("</svg>").ToString()));
    }

    /// <summary>The set reuses short ids for gradients and masks: side by side in one file, each must be its symbol's own.</summary>
    private static string Scoped(string symbol, string body)
    {
        body = InnerId().Replace(body, match => $"id=\"{symbol}-{match.Groups["id"].Value}\"");
        body = UrlReference().Replace(body, match => $"url(#{symbol}-{match.Groups["id"].Value})");
        return HrefReference().Replace(body, match => $"href=\"#{symbol}-{match.Groups["id"].Value}\"");
    }

    private static byte[] Compress(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize))
        {
            brotli.Write(plain);
        }

        return target.ToArray();
    }

    [GeneratedRegex("\\bid=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerId();

    [GeneratedRegex("url\\(#(?<id>[^)]+)\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlReference();

    [GeneratedRegex("href=\"#(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HrefReference();
}
