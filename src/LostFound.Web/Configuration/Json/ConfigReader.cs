using System.Text;
using System.Text.Json;

namespace LostFound.Web.Configuration.Json;

/// <summary>
/// Reads JSON as people write it by hand: comments are allowed, and every mistake is named with its line.
/// </summary>
internal sealed class ConfigReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly byte[] _utf8;
    private readonly LineMap _lines;
    private readonly List<ConfigProblem> _problems;

    private ConfigReader(string file, byte[] utf8, List<ConfigProblem> problems)
    {
        _file = file;
        _utf8 = utf8;
        _lines = new LineMap(utf8);
        _problems = problems;
    }

    /// <summary>The file's root, or null when it cannot be read; what is wrong is added to the problems.</summary>
    public static ConfigNode? Read(string file, byte[] utf8, List<ConfigProblem> problems)
    {
        try
        {
            StrictUtf8.GetCharCount(utf8);
        }
        catch (DecoderFallbackException error)
        {
            var at = new LineMap(utf8).At(error.Index);
            problems.Add(new ConfigProblem(file, at.Line, at.Column, "", "This file is not saved as UTF-8. Save it again with that encoding."));
            return null;
        }

        return new ConfigReader(file, utf8, problems).ReadRoot();
    }

    private ConfigNode? ReadRoot()
    {
        var before = _problems.Count;
        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, "");
            while (reader.Read())
            {
                // Only comments may follow; anything else makes the reader throw.
            }

            return _problems.Count == before ? root : null;
        }
        catch (JsonException error)
        {
            Report(SyntaxMistake.Explain(_utf8, _lines.Offset(error.LineNumber ?? 0, error.BytePositionInLine ?? 0)));
            return null;
        }
        catch (InvalidOperationException)
        {
            Report(((int)reader.TokenStartIndex, "This text holds a broken \\u escape. Write the character itself."));
            return null;
        }
    }

    private ConfigNode ReadValue(ref Utf8JsonReader reader, string path)
    {
        var at = _lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new ConfigNode(NodeKind.Object, at) { Members = ReadMembers(ref reader, path) };
            case JsonTokenType.StartArray:
                return new ConfigNode(NodeKind.List, at) { Items = ReadItems(ref reader, path) };
            case JsonTokenType.String:
                return new ConfigNode(NodeKind.Text, at) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new ConfigNode(NodeKind.Number, at) { Number = reader.GetDouble(), IsWhole = reader.TryGetInt32(out _) };
            case JsonTokenType.True or JsonTokenType.False:
                return new ConfigNode(NodeKind.Flag, at) { Flag = reader.GetBoolean() };
            default:
                return new ConfigNode(NodeKind.Nothing, at);
        }
    }

    private List<ConfigMember> ReadMembers(ref Utf8JsonReader reader, string path)
    {
        var members = new List<ConfigMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var at = _lines.At(reader.TokenStartIndex);
            var here = ConfigPath.Join(path, name);
            reader.Read();
            var value = ReadValue(ref reader, here);
            if (members.Find(other => string.Equals(other.Name, name, StringComparison.Ordinal)) is { } first)
            {
                _problems.Add(new ConfigProblem(_file, at.Line, at.Column, here, $"'{name}' is written twice here, first in {first.Position}. Keep one."));
            }

            members.Add(new ConfigMember(name, at, value));
        }

        return members;
    }

    private List<ConfigNode> ReadItems(ref Utf8JsonReader reader, string path)
    {
        var items = new List<ConfigNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, ConfigPath.Join(path, items.Count)));
        }

        return items;
    }

    private void Report((int Offset, string Message) mistake)
    {
        var at = _lines.At(mistake.Offset);
        _problems.Add(new ConfigProblem(_file, at.Line, at.Column, "", mistake.Message));
    }
}
