using System.Diagnostics;
using System.Text.Json;
using LostFound.Web.Languages;
using LostFound.Web.Tests.Ui;
using Xunit;

namespace LostFound.Web.Tests.Languages;

/// <summary>Our plural rules against those of Node, which come from Unicode CLDR.</summary>
public sealed class PluralRuleTests
{
    private const string Run = """
        import { readFileSync } from "node:fs";
        const { languages, numbers } = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(languages.map((language) => {
          const rules = new Intl.PluralRules(language);
          return numbers.map((number) => rules.select(number));
        })));
        """;

    private static readonly long[] Numbers = [.. Enumerable.Range(0, 1200), 1_000_000, 1_000_001, 2_000_000, 10_000_000];

    [Fact]
    public async Task Each_language_takes_the_form_that_Unicode_says()
    {
        var expected = await FormsAsync();

        foreach (var (language, forms) in Language.All.Zip(expected))
            Assert.Equal(forms, Numbers.Select(n => PluralRule.FormOf(language.Code, n)));
    }

    [Fact]
    public void A_text_needs_the_forms_that_its_numbers_take()
    {
        Assert.Equal(["one", "other"], PluralRule.NeededIn("pt"));
        Assert.Equal(["other"], PluralRule.NeededIn("ja"));
        Assert.Equal(["zero", "one", "two", "few", "many", "other"], PluralRule.NeededIn("ar"));
    }

    private static async Task<string[][]> FormsAsync()
    {
        var start = new ProcessStartInfo("node") { ArgumentList = { "--input-type=module", "-e", Run }, WorkingDirectory = Repository.WebProject, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { languages = Language.All.Select(language => language.Culture.Name), numbers = Numbers }));
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[][]>(output)!;
    }
}
