using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>A mail as it came over the line, taken apart as a mail program does.</summary>
public sealed partial record ReceivedMail(IReadOnlyList<string> To, string Raw)
{
    private string Head => Raw[..Raw.IndexOf("\n\n", StringComparison.Ordinal)];

    public string MessageId => Header("Message-ID")!;

    public string Subject => Decoded(Header("Subject")!);

    public string Plain => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>The guest's page, as the plain text names it.</summary>
    public string Link => Plain.Split('\n').First(line => line.Contains("/c/", StringComparison.Ordinal)).Trim();

    public int CountOf(string header) => Unfolded(Head).Count(line => line.StartsWith(header + ":", StringComparison.OrdinalIgnoreCase));

    public string? Header(string name) => Unfolded(Head)
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

    private string Part(string type)
    {
        var boundary = Regex.Match(Head, "boundary=\"?(?<b>[^\"\\s;]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["b"].Value;
        var part = Raw.Split("--" + boundary).Single(p => p.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase)
            || p.Contains($"content-type: {type}", StringComparison.OrdinalIgnoreCase));
        return QuotedPrintable(part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
    }

    private static string[] Unfolded(string head) => Regex.Replace(head, "\n[ \t]+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Split('\n');

    private static string QuotedPrintable(string text)
    {
        var joined = text.Replace("=\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] != '=')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(joined[i].ToString()));
                continue;
            }
            bytes.Add(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Decoded(string header) => EncodedWord().Replace(header, word => word.Groups["kind"].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
        : QuotedPrintable(word.Groups["text"].Value.Replace('_', ' ')));

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[bq])\?(?<text>[^?]*)\?=\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();
}
