using LostFound.Web.Configuration;

namespace LostFound.Web.Tests.Configuration;

/// <summary>Each kind of mistake that a person can make in a file, and what it is told.</summary>
public class MistakeTests
{
    /// <summary>File, the text to spoil, what takes its place, how many lines further down it is noticed, a part of the message.</summary>
    public static TheoryData<string, string, string, int, string> Mistakes => new()
    {
        // Slips of the pen
        { "venue.json", "\"Europe/London\",", "\"Europe/London\"", 1, "A comma is missing before this." },
        { "venue.json", "\"lockMinutes\": 15 }", "\"lockMinutes\": 15, }", 0, "There is a comma after the last entry." },
        { "bins.json", "\"kind\": \"fridge\"", "\"kind\": 'fridge'", 0, "Texts stand in double quotes" },
        { "bins.json", "\"Bags, left\"", "\"Bags, left", 0, "'d' cannot stand here. Is a quote (\"), colon or comma missing?" },
        { "venue.json", "\"publicUrl\"", "\"name\": \"Again\", \"publicUrl\"", 0, "'name' is written twice here, first in line 3." },

        // Against the schema
        { "venue.json", "\"accent\"", "\"acent\"", 0, "'acent' is not a setting here. Did you mean 'accent'?" },
        { "venue.json", "\"close\": \"23:00\"", "\"close\": \"24:00\"", 0, "'close' must be a time from 00:00 to 23:59, like 09:30, not '24:00'." },
        { "venue.json", "\"pinAttempts\": 5", "\"pinAttempts\": 50", 0, "'pinAttempts' must be at most 10, not 50." },
        { "venue.json", "\"pinAttempts\": 5", "\"pinAttempts\": \"5\"", 0, "'pinAttempts' must be a whole number, not the text \"5\"." },
        { "venue.json", "\"pinAttempts\": 5", "\"pinAttempts\": 5.5", 0, "'pinAttempts' must be a whole number, not 5.5." },
        { "venue.json", "\"Lantern Bay Park\"", "\"\"", 0, "'name' must not be empty." },
        { "venue.json", "\"publicUrl\": \"\"", "\"publicUrl\": \"https://lost.example/claims\"", 0, "with nothing after the host name" },
        { "bins.json", "\"kind\": \"fridge\"", "\"kind\": \"frige\"", 0, "must be one of shelf, drawer, safe, fridge, not 'frige'. Did you mean 'fridge'?" },
        { "bins.json", "\"code\": \"A1\"", "\"code\": \"a1\"", 0, "must be capital letters and a number, like A1, not 'a1'." },
        { "colours.json", "[\"#1f1f22\"]", "[]", 0, "'swatch' must have at least one entry, and has 0." },
        { "proof-questions.json", "\"What hangs on the ring?\"", "\"How many keys are there?\"", 0, "'How many keys are there?' is in this list twice" },
        { "proof-questions.json", "\"What is inside it?\"", "\"It has a red purse\"", 0, "must be a question" },
        { "places.json", "\"es\": \"Monorraíl\"", "\"French!\": \"Monorail\"", 0, "must be a language code" },
        { "places.json", "\"es\": \"Monorraíl\"", "\"dk\": \"Monorail\"", 0, "Guests aren't spoken to in 'dk', so this would never be read." },
        { "promises.json", "Prochaines nouvelles au plus tard : {time}.", "Bientôt.", 0, "This sentence must say by when" },
        { "proof-questions.json", "\"¿Cuántas llaves hay?\", ", "", 0, "These are 2 questions, and there are 3 to translate" },
        { "matching.json", "\"expectedMatchShare\": 0.5", "\"expectedMatchShare\": 3", 0, "'expectedMatchShare' must be at most 0.95, not 3." },

        // Against each other
        { "venue.json", "Europe/London", "Europe/Londn", 0, "There is no time zone 'Europe/Londn'. Write one like Europe/London. Did you mean 'Europe/London'?" },
        { "venue.json", "#0b6e6e", "#ffc800", 0, "White text on #ffc800 is hard to read: the contrast is 1.55 to 1" },
        { "venue.json", "\"publicUrl\": \"\"", "\"publicUrl\": \"http://a:99999999\"", 0, "is not an address" },
        { "venue.json", "\"place\": \"guest-services\"", "\"place\": \"guest-service\"", 0, "There is no place 'guest-service' in places.json. Did you mean 'guest-services'?" },
        { "venue.json", "\"key\": \"harbour\"", "\"key\": \"main\"", 0, "The desk 'main' is here twice" },
        { "venue.json", "\"key\": \"harbour\", \"name\"", "\"key\": \"cove\", \"name\"", 0, "The desk 'cove' has no bin" },
        { "venue.json", "\"close\": \"23:00\"", "\"close\": \"03:00\"", 0, "It closes at 03:00, not after it opens at 10:00. If that is the next day, add \"afterMidnight\": true." },
        { "venue.json", "\"close\": \"23:00\"", "\"close\": \"23:00\", \"afterMidnight\": true", 0, "longer than 24 hours" },
        { "venue.json", "\"close\": \"23:00\"", "\"closed\": true", 0, "A closed day has no hours." },
        { "venue.json", ", \"close\": \"23:00\"", "", 0, "'close' is missing here. On a day without opening write { \"closed\": true }." },
        { "venue.json", "\"00:30\", \"afterMidnight\": true },\n    \"sunday\": { \"open\": \"09:00\"", "\"00:30\", \"afterMidnight\": true },\n    \"sunday\": { \"open\": \"00:10\"", 0, "Saturday closes at 00:30, when Sunday has been open since 00:10." },
        { "venue.json", "\"coins\": [2,", "\"coins\": [5, 2,", 0, "The piece of money '5' is here twice" },
        { "places.json", "\"key\": \"monorail\"", "\"key\": \"teacups\"", 0, "The place 'teacups' is here twice" },
        { "places.json", "\"key\": \"outside\"", "\"key\": \"harbour\"", 0, "The zone 'harbour' is here twice" },
        { "categories.json", "\"key\": \"tote\"", "\"key\": \"handbag\"", 0, "The category 'handbag' is here twice" },
        { "categories.json", "\"group\": \"eyewear\"", "\"group\": \"eyeware\"", 0, "There is no group 'eyeware' in categories.json. Did you mean 'eyewear'?" },
        { "categories.json", "\"retention\": \"identity\"", "\"retention\": \"identiti\"", 0, "There is no retention class 'identiti' in retention.json. Did you mean 'identity'?" },
        { "categories.json", "\"retention\": \"identity\"", "\"retention\": \"standard\"", 0, "is sensitive, so it must not go to charity" },
        { "categories.json", "🎒", "bag", 0, "There is no drawing for 'bag'." },
        { "colours.json", "\"key\": \"navy\"", "\"key\": \"blue\"", 0, "The colour 'blue' is here twice" },
        { "bins.json", "\"code\": \"A2\"", "\"code\": \"A1\"", 0, "The bin 'A1' is here twice" },
        { "bins.json", "\"desk\": \"main\"", "\"desk\": \"mian\"", 0, "There is no desk 'mian' in venue.json. Did you mean 'main'?" },
        { "retention.json", "\"key\": \"keys\"", "\"key\": \"papers\"", 0, "The retention class 'papers' is here twice" },
        { "promises.json", "word by {time}.\",\n    \"nothing", "word by {tiem}.\",\n    \"nothing", 0, "{tiem} means nothing in this sentence. Did you mean 'time'?" },
        { "promises.json", "Next word by {time}.", "Next word soon.", 0, "This sentence must say by when: put {time} where the time belongs." },
        { "promises.json", "the {desk}.", "the {desk.", 0, "A brace { or } stands alone here." },
        { "matching.json", "\"maxCandidates\": 10", "\"weights\": { \"colour\": { \"same\": 1 } }, \"maxCandidates\": 10", 0, "There is no comparison 'colour' in the matcher. Did you mean 'colours'?" },
        { "matching.json", "\"maxCandidates\": 10", "\"weights\": { \"time\": { \"within-30-minutes\": 1 } }, \"maxCandidates\": 10", 0, "There is no level of time 'within-30-minutes' in the matcher. Did you mean 'within-30-min'?" },
        { "matching.json", "\"maxCandidates\": 10", "\"rarity\": { \"brnad\": 0.5 }, \"maxCandidates\": 10", 0, "There is no comparison 'brnad' in the matcher. Did you mean 'brand'?" },
        { "matching.json", "\"maxCandidates\": 10", "\"limits\": { \"word\": 5 }, \"maxCandidates\": 10", 0, "There is no comparison 'word' in the matcher. Did you mean 'words'?" },
        { "matching.json", "\"maxCandidates\": 10", "\"limits\": { \"words\": -1 }, \"maxCandidates\": 10", 0, "'words' must be at least 0, not -1." },
        { "matching.json", "\"maxCandidates\": 10", "\"words\": { \"rarity\": 1 }, \"maxCandidates\": 10", 0, "'rarity' is not a setting here." },
        { "matching.json", "\"showThreshold\": 0.02", "\"showThreshold\": 0.9", 0, "'showThreshold' must be less than 'suggestThreshold'" },
        { "labels.json", "\"columns\": 3", "\"columns\": 4", 0, "these labels are 268.7 mm side by side, margin and gaps included, and A4 is 210 mm wide." },
        { "labels.json", "\"rows\": 7", "\"rows\": 8", 0, "these labels are 319.9 mm one below the other, margin and gaps included, and A4 is 297 mm high." },
        { "proof-questions.json", "\"group\": \"park\"", "\"group\": \"pork\"", 0, "There is no group 'pork' in categories.json. Did you mean 'park'?" },
        { "proof-questions.json", "\"group\": \"park\"", "\"group\": \"keys\"", 0, "The group 'keys' is here twice" },
    };

    [Fact]
    public void What_is_kept_in_a_safe_needs_one()
    {
        using var venue = new VenueFolder();
        for (var safe = 0; safe < 3; safe++)
            venue.Replace("bins.json", "\"kind\": \"safe\"", "\"kind\": \"drawer\"");

        Assert.Contains(venue.Load().Problems, problem => problem.File == "bins.json" && problem.Message.Contains("no bin here is of kind safe", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_file_line_and_what_is_wrong(string file, string good, string bad, int below, string message)
    {
        using var venue = new VenueFolder();
        var line = venue.Replace(file, good, bad);

        var loaded = venue.Load();

        Assert.False(loaded.IsGood);
        var problem = Assert.Single(loaded.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(file, problem.File);
        Assert.Equal(line + below, problem.Line);
        Assert.StartsWith(FormattableString.Invariant($"{file}:{problem.Line}:{problem.Column}: "), problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_and_column_are_those_that_an_editor_shows()
    {
        using var venue = new VenueFolder();
        File.WriteAllText(venue["labels.json"], "\uFEFF{\r\n  \"headerText\": \"Fundbüro · 落とし物\", \"rollWidthMm\": 6200\r\n}");

        var problem = Assert.Single(venue.Load().Problems, problem => problem.Path == "rollWidthMm");

        Assert.Equal("labels.json:2:51: 'rollWidthMm' must be at most 102, not 6200. (at rollWidthMm)", problem.ToString());
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_files()
    {
        using var venue = new VenueFolder();
        venue.Replace("venue.json", "\"language\": \"en\"", "\"language\": 5");
        venue.Replace("venue.json", "#0b6e6e", "teal");
        venue.Replace("bins.json", "\"A1\"", "\"?\"");

        Assert.Equal("bins.json, venue.json, venue.json", string.Join(", ", venue.Load().Problems.Select(problem => problem.File)));
    }

    [Fact]
    public void A_missing_file_and_a_missing_folder_are_told()
    {
        using var venue = new VenueFolder();
        File.Move(venue["venue.json"], venue["venu.json"]);

        var missing = Assert.Single(venue.Load().Problems);
        Assert.Equal("venue.json", missing.File);
        Assert.Contains("Did you mean 'venu.json'?", missing.Message, StringComparison.Ordinal);

        var nowhere = Assert.Single(ConfigLoader.Load(venue["nowhere"]).Problems);
        Assert.Contains("There is no folder", nowhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_park_that_never_opens_is_refused()
    {
        using var venue = new VenueFolder();
        var text = File.ReadAllText(venue["venue.json"]);
        foreach (var day in Enum.GetNames<DayOfWeek>().Select(day => day.ToLowerInvariant()))
        {
            var start = text.IndexOf($"\"{day}\": {{", StringComparison.Ordinal);
            var end = text.IndexOf('}', start) + 1;
            text = $"{text[..start]}\"{day}\": {{ \"closed\": true }}{text[end..]}";
        }

        File.WriteAllText(venue["venue.json"], text);

        Assert.Contains("closed on every day", Assert.Single(venue.Load().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_loosened_at_the_venue_cannot_let_in_what_the_program_does_not_know()
    {
        using var venue = new VenueFolder();
        venue.Replace("labels.schema.json", "\"additionalProperties\": false", "\"additionalProperties\": true");
        var line = venue.Replace("labels.json", "\"rollWidthMm\": 62", "\"glitter\": true, \"rollWidthMm\": 62");

        var problem = Assert.Single(venue.Load().Problems);

        Assert.Equal(("labels.json", line), (problem.File, problem.Line));
        Assert.Contains("Restore the schema", problem.Message, StringComparison.Ordinal);
    }
}
