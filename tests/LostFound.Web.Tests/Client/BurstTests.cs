using System.Diagnostics;
using System.Text.Json;
using LostFound.Web.Tests.Ui;
using Xunit;

namespace LostFound.Web.Tests.Client;

/// <summary>What tells a scanner from a person: the browser's own source, run by Node, which the build needs anyway.</summary>
public sealed class BurstTests
{
    private const string Run = """
        import { transformSync } from "esbuild";
        import { readFileSync } from "node:fs";
        const source = transformSync(readFileSync("Client/scan/burst.ts", "utf8"), { loader: "ts" }).code;
        const { Burst } = await import("data:text/javascript," + encodeURIComponent(source));
        const cases = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(cases.map(({ Prefix, Keys, Gaps }) => {
          const burst = new Burst(Prefix);
          let at = 0;
          return Keys.map((key, i) => { const v = burst.press(key, at += Gaps[i]); return v.code ?? (v.sure ? "sure" : v.kind); });
        })));
        """;

    private static readonly Case[] Table =
    [
        new("a scanner", "", Keys("7K2M9QXC\n"), Even(9, 8), ["first", .. Times("more", 7), "7K2M9QXC"]),
        new("a scanner that presses Shift", "", ["Shift", "K", "Shift", "M", "2", "2", "2", "2", "Enter"], Even(9, 8), ["other", "first", "other", "more", "more", "more", "more", "more", "KM2222"]),
        new("a slow scanner", "", Keys("7K2M9QXC\n"), Even(9, 35), ["first", .. Times("more", 7), "7K2M9QXC"]),
        new("a fast person", "", Keys("backpack\n"), Even(9, 60), [.. Times("first", 8), "other"]),
        new("a person rolling over two keys", "", Keys("there\n"), [90, 90, 12, 90, 90, 90], ["first", "first", "more", "first", "first", "other"]),
        new("too short for a code", "", Keys("A3\n"), Even(3, 8), ["first", "more", "other"]),
        new("a burst whose Enter comes late", "", Keys("7K2M9QXC\n"), [0, 8, 8, 8, 8, 8, 8, 8, 200], ["first", .. Times("more", 7), "other"]),
        new("a burst broken in the middle begins again", "", Keys("7K2M9QXC\n"), [0, 8, 8, 100, 8, 8, 8, 8, 8], ["first", "more", "more", "first", "more", "more", "more", "more", "other"]),
        new("words with a space are no code", "", Keys("ab cdefgh\n"), Even(10, 8), ["first", "more", "other", "first", "more", "more", "more", "more", "more", "cdefgh"]),
        new("a named key ends it", "", ["a", "b", "Tab", "c", "Enter"], Even(5, 8), ["first", "more", "other", "first", "other"]),
        new("a scanner with its prefix", "~", Keys("~7K2M9QXC\n"), Even(10, 8), ["sure", .. Times("more", 8), "7K2M9QXC"]),
        new("a prefix of two", "~@", Keys("~@A3\n"), Even(5, 8), ["sure", "more", "more", "more", "A3"]),
        new("half a prefix", "~@", Keys("~x7K2M9QX\n"), Even(10, 8), ["sure", .. Times("other", 9)]),
        new("without the prefix nothing is a scan", "~", Keys("7K2M9QXC\n"), Even(9, 8), [.. Times("other", 9)]),
        new("a prefix alone", "~", Keys("~\n"), Even(2, 8), ["sure", "other"]),
        new("two scans after one another", "~", Keys("~7K2M9QXC\n~7K2M9QXC\n"), Even(20, 8), ["sure", .. Times("more", 8), "7K2M9QXC", "sure", .. Times("more", 8), "7K2M9QXC"]),
    ];

    [Fact]
    public async Task A_scan_is_known_by_its_speed_its_prefix_and_its_Enter()
    {
        var verdicts = await VerdictsAsync();
        foreach (var (row, verdict) in Table.Zip(verdicts))
            Assert.True(row.Expected.SequenceEqual(verdict, StringComparer.Ordinal), $"{row.Name}: expected {string.Join(' ', row.Expected)}, got {string.Join(' ', verdict)}");
    }

    private static async Task<string[][]> VerdictsAsync()
    {
        var start = new ProcessStartInfo("node") { ArgumentList = { "--input-type=module", "-e", Run }, WorkingDirectory = Repository.WebProject, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(Table));
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[][]>(output)!;
    }

    private static string[] Keys(string typed) => [.. typed.Select(c => c == '\n' ? "Enter" : c.ToString())];

    private static int[] Even(int count, int gap) => [.. Enumerable.Repeat(gap, count)];

    private static IEnumerable<string> Times(string word, int count) => Enumerable.Repeat(word, count);

    /// <param name="Gaps">Milliseconds before each key.</param>
    private sealed record Case(string Name, string Prefix, string[] Keys, int[] Gaps, string[] Expected);
}
