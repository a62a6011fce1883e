using System.Globalization;

namespace LostFound.Web.Configuration.Json;

internal enum NodeKind
{
    Object,
    List,
    Text,
    Number,
    Flag,
    Nothing,
}

/// <summary>A JSON value that remembers where it stands, which System.Text.Json's own document does not.</summary>
internal sealed record ConfigNode(NodeKind Kind, TextPosition Position)
{
    public string Text { get; init; } = "";
    public double Number { get; init; }
    public bool IsWhole { get; init; }
    public bool Flag { get; init; }
    public IReadOnlyList<ConfigMember> Members { get; init; } = [];
    public IReadOnlyList<ConfigNode> Items { get; init; } = [];

    public ConfigMember? Member(string name) =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal));
}

internal sealed record ConfigMember(string Name, TextPosition Position, ConfigNode Value);

/// <summary>A place in a text file, both from 1.</summary>
internal sealed record TextPosition(int Line, int Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}");
}
