namespace LostFound.Matching.Facts;

/// <summary>
/// A few keys, distinct and in ordinal order, equal by content: what many items have in common is stored, and compared
/// with a claim, only once. Immutable.
/// </summary>
internal sealed class KeySet : IEquatable<KeySet>
{
    public static readonly KeySet Empty = new([]);

    private readonly string[] _keys;
    private readonly int _hash;

    private KeySet(string[] keys)
    {
        _keys = keys;
        var hash = new HashCode();
        foreach (var key in keys)
            hash.Add(key, StringComparer.Ordinal);
        _hash = hash.ToHashCode();
    }

    public int Count => _keys.Length;

    public ReadOnlySpan<string> Keys => _keys;

    /// <summary>For sentences; comparing goes over <see cref="Keys"/>.</summary>
    public IReadOnlyList<string> List => _keys;

    public static KeySet Of(IEnumerable<string> keys)
    {
        var sorted = keys.Where(key => !string.IsNullOrEmpty(key)).Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted.Length == 0 ? Empty : new KeySet(sorted);
    }

    /// <summary>Linear: these sets hold one to five keys.</summary>
    public bool Contains(string key)
    {
        foreach (var own in _keys)
        {
            if (string.Equals(own, key, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    public bool Overlaps(KeySet other) => FirstIn(other) is not null;

    /// <summary>The first key that the other set has too; null when there is none.</summary>
    public string? FirstIn(KeySet other)
    {
        foreach (var own in _keys)
        {
            if (other.Contains(own))
                return own;
        }
        return null;
    }

    public KeySet Union(KeySet other) =>
        other.Count == 0 ? this : Count == 0 ? other : Of(_keys.Concat(other._keys));

    public bool Equals(KeySet? other) =>
        other is not null && _hash == other._hash && _keys.AsSpan().SequenceEqual(other._keys);

    public override bool Equals(object? obj) => Equals(obj as KeySet);

    public override int GetHashCode() => _hash;
}
