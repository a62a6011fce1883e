using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using Xunit;

namespace LostFound.Web.Tests.Features.Scanning;

public sealed class TagCorrectionTests
{
    private static readonly string[] Issued = [.. Enumerable.Range(0, 400).Select(_ => TagCode.New())];

    /// <summary>The oracle knows nothing of check characters: it looks through all issued codes for those that differ so.</summary>
    [Fact]
    public void Exactly_the_issued_tags_that_differ_in_one_character_or_by_one_swap_are_near()
    {
        foreach (var typed in Issued.Take(30).SelectMany(Mistakes))
        {
            var near = TagCorrection.Near(TagCode.Display(typed).ToLowerInvariant());
            var expected = TagCode.TryParse(typed, out _) ? [] : Issued.Where(tag => DiffersSo(tag, typed));
            Assert.True(expected.ToHashSet(StringComparer.Ordinal).SetEquals(near.Intersect(Issued, StringComparer.Ordinal)), typed);
        }
    }

    [Fact]
    public void Each_is_a_proper_tag_and_they_are_few()
    {
        foreach (var tag in Issued)
        {
            var near = TagCorrection.Near(WithOneWrong(tag));
            Assert.Contains(tag, near);
            Assert.InRange(near.Count, 8, 16);
            Assert.All(near, other => Assert.True(TagCode.TryParse(other, out _)));
            Assert.Distinct(near);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("7K2M")]
    [InlineData("half-typed words")]
    [InlineData("7K2M-9QXC-1")]
    [InlineData("https://lost.example.org/c/AAAAAAAAAAAAAAAAAAAAAA")]
    public void What_has_not_a_tags_length_is_near_none(string typed) => Assert.Empty(TagCorrection.Near(typed));

    [Fact]
    public void A_letter_that_no_tag_has_is_the_wrong_one()
    {
        var tag = Issued[0];
        Assert.Equal([tag], TagCorrection.Near(Replaced(tag, 3, 'U')));
    }

    internal static string WithOneWrong(string tag) => Replaced(tag, 2, tag[2] == '7' ? '8' : '7');

    /// <summary>Every single wrong character and every swap, the harmless ones too.</summary>
    private static IEnumerable<string> Mistakes(string tag)
    {
        for (var place = 0; place < tag.Length; place++)
        {
            foreach (var symbol in TagCode.Alphabet)
                yield return Replaced(tag, place, symbol);
            for (var other = 0; other < place; other++)
                yield return Swapped(tag, place, other);
        }
    }

    private static string Replaced(string tag, int place, char symbol) => $"{tag[..place]}{symbol}{tag[(place + 1)..]}";

    private static string Swapped(string tag, int first, int second) => Replaced(Replaced(tag, first, tag[second]), second, tag[first]);

    private static bool DiffersSo(string tag, string typed)
    {
        var places = Enumerable.Range(0, tag.Length).Where(i => tag[i] != typed[i]).ToArray();
        return places.Length == 1 || (places.Length == 2 && tag[places[0]] == typed[places[1]] && tag[places[1]] == typed[places[0]]);
    }
}
