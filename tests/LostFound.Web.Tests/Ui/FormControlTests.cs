using AngleSharp.Dom;
using Bunit;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Tests.Ui;

public sealed class FormControlTests : UiTest
{
    private const string Hostile = "<script>alert('\"1&2\"')</script>";

    private static readonly Choice[] YesNo = [new("yes", "Yes"), new("no", "No") { Hint = "Nothing at all" }];

    [Fact]
    public void The_error_summary_links_each_message_to_its_field_in_order()
    {
        var errors = new FormErrors().Add("name", "Write your name").Add("when", "Choose a day");
        var summary = Render<ErrorSummary>(set => set.Add(it => it.Errors, errors));

        var links = summary.FindAll("a").Select(link => (link.GetAttribute("href"), link.TextContent));
        Assert.Equal([("#name", "Write your name"), ("#when", "Choose a day")], links);
        var box = summary.Find("[role=alert]");
        Assert.Equal("-1", box.GetAttribute("tabindex"));
        Assert.Equal("There is a problem", summary.Find("#" + box.GetAttribute("aria-labelledby")).TextContent);
    }

    [Fact]
    public void No_error_no_summary()
    {
        Assert.Equal("", Render<ErrorSummary>(set => set.Add(it => it.Errors, new FormErrors())).Markup.Trim());
        Assert.Equal("", Render<ErrorSummary>(set => set.Add(it => it.Errors, null)).Markup.Trim());
    }

    [Fact]
    public void The_first_message_of_a_field_is_the_one_shown_beside_it()
    {
        var errors = new FormErrors().Add("a", "first").Add("b", "other").Add("a", "second");
        Assert.Equal("first", errors.For("a"));
        Assert.Null(errors.For("c"));
        Assert.Equal(3, errors.Count);
    }

    [Fact]
    public void A_refused_text_field_keeps_what_was_typed_and_says_so_to_a_screen_reader()
    {
        var field = Render<TextField>(set => set.Add(it => it.Name, "brand").Add(it => it.Label, "Brand")
            .Add(it => it.Hint, "On a patch").Add(it => it.Error, "Too long").Add(it => it.Value, "  " + Hostile + " "));

        var input = field.Find("input");
        Assert.Equal("  " + Hostile + " ", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        AssertDescribed(field, input, "On a patch", "Error: Too long");
        Assert.Equal("Brand", field.Find($"label[for={input.Id}]").TextContent);
    }

    [Fact]
    public void A_field_in_order_claims_no_error_and_no_description()
    {
        var input = Render<TextField>(set => set.Add(it => it.Name, "brand").Add(it => it.Label, "Brand")).Find("input");
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData("\n\n  two blank lines first\r\nand a break")]
    [InlineData(Hostile)]
    [InlineData("</textarea><b>out</b>")]
    public void A_text_area_gives_back_every_character(string typed)
    {
        var area = Render<TextArea>(set => set.Add(it => it.Name, "words").Add(it => it.Label, "Words").Add(it => it.Value, typed));
        var parsed = UiHost.Parse(area.Markup).QuerySelector("textarea")!.TextContent;
        Assert.Equal(typed.ReplaceLineEndings("\n"), parsed);
    }

    [Fact]
    public void A_text_area_says_its_limit_before_it_is_met()
    {
        var area = Render<TextArea>(set => set.Add(it => it.Name, "words").Add(it => it.Label, "Words")
            .Add(it => it.Hint, "What is inside?").Add(it => it.MaxLength, 600));
        AssertDescribed(area, area.Find("textarea"), "What is inside? Up to 600 characters.");
        Assert.Equal("600", area.Find("textarea").GetAttribute("maxlength"));
    }

    [Fact]
    public void A_headline_label_is_the_pages_heading()
    {
        var field = Render<TextField>(set => set.Add(it => it.Name, "brand").Add(it => it.Label, "What brand?").Add(it => it.Headline, true));
        Assert.Equal("What brand?", field.Find("h1 > label").TextContent);
    }

    [Fact]
    public void A_select_keeps_its_choice()
    {
        var select = Render<SelectField>(set => set.Add(it => it.Name, "bin").Add(it => it.Label, "Bin")
            .Add(it => it.Choices, YesNo).Add(it => it.Value, "no").Add(it => it.EmptyLabel, "Choose"));
        Assert.Equal(["", "yes", "no"], select.FindAll("option").Select(option => option.GetAttribute("value")));
        Assert.Equal("no", select.Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Radio_tiles_are_one_question_whose_first_answer_the_error_summary_can_reach()
    {
        var tiles = Render<RadioTiles>(set => set.Add(it => it.Name, "inside").Add(it => it.Label, "Is a name in it?")
            .Add(it => it.Choices, YesNo).Add(it => it.Value, "no").Add(it => it.Error, "Choose one"));

        var group = tiles.Find("fieldset[role=radiogroup]");
        Assert.Equal("Is a name in it?", group.QuerySelector("legend")!.TextContent.Trim());
        Assert.Equal("true", group.GetAttribute("aria-invalid"));
        AssertDescribed(tiles, group, "Error: Choose one");
        var inputs = tiles.FindAll("input[type=radio][name=inside]");
        Assert.Equal("inside", inputs[0].Id);
        Assert.Equal("no", Assert.Single(inputs, input => input.HasAttribute("checked")).GetAttribute("value"));
        AssertDescribed(tiles, inputs[1], "Nothing at all");
        Assert.All(inputs, input => Assert.Equal("LABEL", input.ParentElement!.TagName));
    }

    [Fact]
    public void Check_tiles_keep_every_answer_ticked()
    {
        var tiles = Render<CheckTiles>(set => set.Add(it => it.Name, "inside").Add(it => it.Label, "What is in it?")
            .Add(it => it.Choices, YesNo).Add(it => it.Values, ["yes", "no"]));
        Assert.Equal(2, tiles.FindAll("input[type=checkbox][checked]").Count);
    }

    [Fact]
    public void Colour_chips_show_a_swatch_and_a_name()
    {
        var chips = Render<ColourChips>(set => set.Add(it => it.Name, "colour").Add(it => it.Label, "Colour")
            .Add(it => it.Choices, [new Choice("navy", "Navy")]).Add(it => it.Values, ["navy"]));
        Assert.NotNull(chips.Find("label .swatch.swatch-navy"));
        Assert.Equal("Navy", chips.Find("label").TextContent.Trim());
        Assert.True(chips.Find("input").HasAttribute("checked"));
    }

    [Fact]
    public void A_day_and_a_time_keep_their_values_and_have_names_of_their_own()
    {
        var fields = Render<DateTimeFields>(set => set.Add(it => it.Name, "lost").Add(it => it.Label, "When?")
            .Add(it => it.Date, "2026-11-21").Add(it => it.Time, "14:30").Add(it => it.Error, "In the future"));
        Assert.Equal("2026-11-21", fields.Find("input#lost[type=date][name=lost-date]").GetAttribute("value"));
        Assert.Equal("14:30", fields.Find("input[type=time][name=lost-time]").GetAttribute("value"));
        Assert.All(fields.FindAll("input"), input => Assert.NotNull(fields.Find($"label[for={input.Id}]")));
        AssertDescribed(fields, fields.Find("input[type=time]"), "Error: In the future");
    }

    [Fact]
    public void A_PIN_can_be_typed_without_script_and_is_never_sent_back()
    {
        var pad = Render<PinPad>(set => set.Add(it => it.Name, "pin").Add(it => it.Label, "PIN"));
        var input = pad.Find("input[type=password][inputmode=numeric]");
        Assert.Equal("[0-9]{6}", input.GetAttribute("pattern"));
        Assert.Equal("6", input.GetAttribute("maxlength"));
        Assert.False(input.HasAttribute("value"));
        var keys = pad.Find("[data-pin-keys]");
        Assert.True(keys.HasAttribute("hidden"));
        Assert.All(keys.QuerySelectorAll("button"), key => Assert.Equal("button", key.GetAttribute("type")));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "back"], keys.QuerySelectorAll("button").Select(key => key.GetAttribute("data-pin-key")));
    }

    private static void AssertDescribed<T>(IRenderedComponent<T> component, IElement control, params string[] notes)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var described = control.GetAttribute("aria-describedby")?.Split(' ') ?? [];
        Assert.Equal(notes, described.Select(id => component.Find("#" + id).TextContent.Trim()));
    }
}
