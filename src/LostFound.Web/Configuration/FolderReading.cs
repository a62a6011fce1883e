using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration;

/// <summary>One pass over the folder: each file is read once, held against its schema, and becomes its record.</summary>
internal sealed class FolderReading(string folder) : IDisposable
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new ClockTimeConverter() },
    };

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, ConfigNode> _roots = new(StringComparer.Ordinal);

    public List<ConfigProblem> Problems { get; } = [];

    /// <summary>The files that could be read, by name.</summary>
    public IReadOnlyDictionary<string, ConfigNode> Roots => _roots;

    public void Dispose() => _hash.Dispose();

    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..16];

    /// <summary>For a file that the folder may lack; null without a problem then.</summary>
    public T? ReadIfThere<T>(string name)
        where T : ConfigFile => File.Exists(Path.Combine(folder, name)) ? Read<T>(name) : null;

    public T? Read<T>(string name)
        where T : ConfigFile
    {
        var before = Problems.Count;
        var schema = ReadSchema(FileNames.SchemaOf(name));
        if (ReadBytes(name) is not { } bytes || ConfigReader.Read(name, bytes, Problems) is not { } root || schema is null)
        {
            return null;
        }

        _hash.AppendData(bytes);
        _roots[name] = root;
        new SchemaCheck(name, schema, Problems).Check(root);
        return Problems.Count == before ? Bind<T>(name, bytes) : null;
    }

    private SchemaFile? ReadSchema(string name) =>
        ReadBytes(name) is { } bytes && ConfigReader.Read(name, bytes, Problems) is { } root
            ? new SchemaReader(name, Problems).Read(root)
            : null;

    private byte[]? ReadBytes(string name)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
            return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
        catch (FileNotFoundException)
        {
            var others = Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Where(file => !string.Equals(file, name, StringComparison.Ordinal));
            Problems.Add(new ConfigProblem(name, 1, 1, "", $"This file is missing from {folder}.{DidYouMean.Hint(name, others)}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problems.Add(new ConfigProblem(name, 1, 1, "", $"This file cannot be read: {error.Message}"));
        }

        return null;
    }

    private T? Bind<T>(string name, byte[] bytes)
        where T : ConfigFile
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options);
        }
        catch (JsonException error)
        {
            // Only a schema edited at the venue gets here: it allows what the program does not know.
            Problems.Add(new ConfigProblem(name, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, error.Path?.TrimStart('$', '.') ?? "", $"The program cannot use this, though {FileNames.SchemaOf(name)} allows it. Restore the schema that came with the program."));
            return null;
        }
    }
}
