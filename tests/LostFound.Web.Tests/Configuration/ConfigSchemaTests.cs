using System.Text;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Tests.Configuration;

public class ConfigSchemaTests
{
    [Theory]
    [InlineData("""{ "type": "object", "requird": ["a"] }""", "'requird' is not a schema keyword that is checked here. Did you mean 'required'?")]
    [InlineData("""{ "type": "object", "properties": { "a": { "oneOf": [] } } }""", "'oneOf' is not a schema keyword")]
    [InlineData("""{ "items": { "type": "array", "items": { "format": "email" } } }""", "'format' is not a schema keyword")]
    [InlineData("""{ "$defs": { "a": { "const": 1 } } }""", "'const' is not a schema keyword")]
    [InlineData("""{ "additionalProperties": { "if": {} } }""", "'if' is not a schema keyword")]
    [InlineData("""{ "type": "text" }""", "'text' is not a type that is checked here.")]
    [InlineData("""{ "type": ["string", "null"] }""", "A text must stand here.")]
    [InlineData("""{ "minLength": "3" }""", "A number must stand here.")]
    [InlineData("""{ "pattern": "(" }""", "This pattern cannot be used")]
    [InlineData("""{ "$ref": "#/$defs/kye", "$defs": { "key": {} } }""", "$defs has no 'kye'. Did you mean 'key'?")]
    [InlineData("""{ "$ref": "other.json" }""", "$ref must begin with #/$defs/.")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/key", "maxLength": 3 } }, "$defs": { "key": {} } }""", "$ref must stand alone")]
    [InlineData("""{ "items": true }""", "A schema must be an object")]
    public void A_schema_that_would_not_be_enforced_is_refused(string schema, string message)
    {
        var problems = new List<ConfigProblem>();

        Assert.Null(new SchemaReader("x.schema.json", problems).Read(Parse(schema)));
        Assert.Contains(problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_keyword_unknown_to_the_program_stops_the_load_and_names_the_schema_file_and_line()
    {
        using var venue = new VenueFolder();
        var line = venue.Replace("bins.schema.json", "\"additionalProperties\": false", "\"unevaluatedProperties\": false");

        var problem = Assert.Single(venue.Load().Problems);

        Assert.Equal(("bins.schema.json", line), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("""{ "type": "object" }""", "[]", "The file must be a group of settings in braces { }, not a list.")]
    [InlineData("""{ "type": "array" }""", "{}", "The file must be a list in square brackets [ ], not a group of settings.")]
    [InlineData("""{ "type": "string" }""", "null", "The file must be a text in double quotes, not null.")]
    [InlineData("""{ "type": "number" }""", "true", "The file must be a number, not true.")]
    [InlineData("""{ "type": "integer" }""", "99999999999", "The file must be a whole number, not 99999999999.")]
    [InlineData("""{ "type": "boolean" }""", "\"true\"", "The file must be true or false, without quotes, not the text \"true\".")]
    [InlineData("""{ "additionalProperties": { "type": "number" } }""", """{ "a": 1, "b": "x" }""", "'b' must be a number")]
    [InlineData("""{ "propertyNames": { "pattern": "^[a-z]+$" } }""", """{ "A": 1 }""", "'A' must look like ^[a-z]+$, not 'A'.")]
    [InlineData("""{ "items": { "minimum": 2 } }""", "[2, 1]", "This entry must be at least 2, not 1.")]
    [InlineData("""{ "maximum": 2.5 }""", "2.51", "The file must be at most 2.5, not 2.51.")]
    [InlineData("""{ "minItems": 2 }""", "[1]", "The file must have at least 2 entries, and has 1.")]
    [InlineData("""{ "maxItems": 1 }""", "[1, 2]", "The file must have at most one entry, and has 2.")]
    [InlineData("""{ "minLength": 2 }""", "\"🎒\"", "The file must have at least 2 characters.")]
    [InlineData("""{ "maxLength": 1 }""", "\"ab\"", "The file must have at most 1 characters, and has 2.")]
    [InlineData("""{ "pattern": "^[a-z]+$" }""", "\"a\\n\"", "must look like ^[a-z]+$")]
    [InlineData("""{ "items": { "$ref": "#/$defs/a" }, "$defs": { "a": { "enum": ["x", "y"] } } }""", "[\"z\"]", "This entry must be one of x, y, not 'z'.")]
    public void Each_keyword_is_enforced_in_plain_words(string schema, string value, string message) =>
        Assert.Contains(message, Assert.Single(Check(schema, value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "maxLength": 1 }""", "\"🎒\"")]
    [InlineData("""{ "type": "number", "minimum": 1, "maximum": 1 }""", "1.0")]
    [InlineData("""{ "additionalProperties": true }""", """{ "b": "x" }""")]
    [InlineData("""{ "uniqueItems": true }""", "[\"a\", \"b\"]")]
    [InlineData("""{ "minItems": 1, "maxItems": 1 }""", "[1]")]
    [InlineData("""{ "title": "t", "description": "d", "default": 3, "examples": [1], "$comment": "c", "$id": "i" }""", "7")]
    public void What_fits_raises_nothing(string schema, string value) => Assert.Empty(Check(schema, value));

    private static List<ConfigProblem> Check(string schema, string value)
    {
        var problems = new List<ConfigProblem>();
        var file = new SchemaReader("x.schema.json", problems).Read(Parse(schema));
        Assert.Empty(problems);
        new SchemaCheck("x.json", file!, problems).Check(Parse(value));
        return problems;
    }

    private static ConfigNode Parse(string json)
    {
        var problems = new List<ConfigProblem>();
        var node = ConfigReader.Read("x.json", Encoding.UTF8.GetBytes(json), problems);
        Assert.Empty(problems);
        return node!;
    }
}
