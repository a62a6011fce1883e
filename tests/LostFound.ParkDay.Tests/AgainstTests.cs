using System.Buffers;
using System.Text;
using LostFound.ParkDay.Against;
using Xunit;

namespace LostFound.ParkDay.Tests;

/// <summary>What the play against a server reads off pages and off the wire.</summary>
public class AgainstTests
{
    [Theory]
    [InlineData("17,23-45,52", 17, 0)]
    [InlineData("17,23-45,52", 23, 1)]
    [InlineData("17,23-45,52", 30, 8)]
    [InlineData("17,23-45,52", 52, 24)]
    [InlineData("17,23-45,52", 18, null)]
    [InlineData("", 1, null)]
    public void A_phone_finds_its_place_in_the_message_for_all(string line, int number, int? ahead) => Assert.Equal(ahead, Phone.Ahead(line, number));

    [Fact]
    public void A_form_is_sent_as_it_stands_in_the_page()
    {
        const string page = """
            <form method="post" action="/desk/counter/1/pause"><input type="hidden" name="token" value="other" /></form>
            <form method="post" action="/desk/counter/1/next" class="row">
              <input type="hidden" name="token" value="a&#x2B;b" />
              <input value="7" name="request" type="hidden">
              <input type="text" name="typed" value="not this" />
              <button type="submit" name="then" value="next">Call</button>
            </form>
            """;

        var form = HtmlForm.Find(page, "/1/next");

        Assert.NotNull(form);
        Assert.Equal("/desk/counter/1/next", form.Action);
        Assert.Equal([KeyValuePair.Create("token", "a+b"), KeyValuePair.Create("request", "7")], form.Hidden);
        Assert.Null(HtmlForm.Find(page, "/1/done"));
    }

    [Theory]
    [InlineData("<h1>About <span data-from>12</span> to <span data-to>20</span> minutes. We&#x2019;ll call you by 14:40.</h1><dd><span data-ahead>3</span></dd>", Shown.Waiting, 3)]
    [InlineData("<h1>You&#x2019;re next.</h1><dd><span data-ahead>0</span></dd>", Shown.Waiting, 0)]
    [InlineData("<h1 data-place-headline>Come now: counter 1.</h1>", Shown.Called, null)]
    [InlineData("<h1>You were served.</h1>", Shown.Served, null)]
    [InlineData("<h1>You gave up your place.</h1>", Shown.Left, null)]
    [InlineData("<h1>We kept your place until 14:40.</h1>", Shown.SomethingElse, null)]
    public void A_screen_is_read_as_a_guest_reads_it(string words, object says, int? ahead)
    {
        var screen = Screen.Read($"""<h1>LostFound</h1><section class="place" aria-label="Your place in line" data-place data-desk="main" data-number="23" data-stage="Waiting">{words}</section>""");

        Assert.NotNull(screen);
        Assert.Equal((23, (Shown)says, ahead), (screen.Number, screen.Says, screen.Ahead));
    }

    [Fact]
    public void A_page_without_a_place_is_no_screen() => Assert.Null(Screen.Read("<h1>Take a place</h1>"));

    [Fact]
    public void Records_are_taken_whole_however_they_arrive_in_pieces()
    {
        var received = new ArrayBufferWriter<byte>();
        received.Write(Encoding.UTF8.GetBytes("{}\u001e{\"type\":1,\"tar"));

        Assert.NotNull(LiveSocket.TakeRecord(received));
        Assert.Null(LiveSocket.TakeRecord(received));
        received.Write(Encoding.UTF8.GetBytes("get\":\"line\"}\u001e"));

        Assert.Equal("line", LiveSocket.TakeRecord(received)!.Value.GetProperty("target").GetString());
        Assert.Null(LiveSocket.TakeRecord(received));
    }
}
