using System.Globalization;
using LostFound.Web.Features.Items;

namespace LostFound.Web.Tests.Features.Items;

public sealed class TagCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void Every_new_code_reads_back_and_is_not_like_another()
    {
        var codes = Enumerable.Range(0, 5000).Select(_ => TagCode.New()).ToList();

        Assert.All(codes, code => Assert.True(TagCode.TryParse(code, out var read) && read == code));
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Any_one_wrong_character_is_found_out()
    {
        foreach (var code in Enumerable.Range(0, 400).Select(_ => TagCode.New()))
        {
            for (var at = 0; at < TagCode.Length; at++)
            {
                foreach (var wrong in Alphabet.Where(c => c != code[at]))
                    Assert.False(TagCode.TryParse(code[..at] + wrong + code[(at + 1)..], out _), $"{code} with {wrong} at {at}");
            }
        }
    }

    [Fact]
    public void Any_two_characters_swapped_are_found_out()
    {
        foreach (var code in Enumerable.Range(0, 2000).Select(_ => TagCode.New()))
        {
            for (var first = 0; first < TagCode.Length; first++)
            {
                for (var second = first + 1; second < TagCode.Length; second++)
                {
                    var swapped = code.ToCharArray();
                    (swapped[first], swapped[second]) = (swapped[second], swapped[first]);
                    var text = new string(swapped);
                    Assert.True(text == code || !TagCode.TryParse(text, out _), $"{code} as {text}");
                }
            }
        }
    }

    [Fact]
    public void What_people_misread_is_read_as_meant()
    {
        foreach (var code in Enumerable.Range(0, 2000).Select(_ => TagCode.New()))
        {
            Assert.Equal(code, Read(code.Replace('0', 'O').Replace('1', 'I')));
            Assert.Equal(code, Read(code.Replace('0', 'o').Replace('1', 'L').ToLower(CultureInfo.InvariantCulture)));
            Assert.Equal(code, Read($" {TagCode.Display(code)} "));
            Assert.Equal(code, Read($"HTTPS://PARK.EXAMPLE/T/{code}"));
            Assert.Equal(code, Read($"https://park.example/t/{code}?utm=1"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K2M")]
    [InlineData("7K2M9QXCX")]
    [InlineData("7K2M9QX_")]
    [InlineData("UUUUUUUU")]
    [InlineData("https://elsewhere.example/c/abcdefgh")]
    public void What_is_no_tag_is_not_read_as_one(string? text) => Assert.False(TagCode.TryParse(text, out _));

    private static string? Read(string text) => TagCode.TryParse(text, out var code) ? code : null;
}
