using System.Collections.Concurrent;

namespace LostFound.Matching.Index;

/// <summary>
/// Gives equal values one small number, counted from 0, and never takes it back. Any thread may ask for numbers and
/// values; a number handed out is always resolvable.
/// </summary>
internal sealed class Interner<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly ConcurrentDictionary<T, int> _numbers = new(comparer);
    private readonly Lock _adding = new();
    private T[] _values = new T[16];
    private int _count;

    /// <summary>How many numbers there are. Rows published before this was read have smaller ones.</summary>
    public int Count => Volatile.Read(ref _count);

    public T this[int number] => Volatile.Read(ref _values)[number];

    /// <summary>The value's number, or -1 when nobody has interned it.</summary>
    public int Find(T value) => _numbers.TryGetValue(value, out var number) ? number : -1;

    public int Intern(T value) => _numbers.TryGetValue(value, out var number) ? number : Add(value);

    private int Add(T value)
    {
        lock (_adding)
        {
            if (_numbers.TryGetValue(value, out var known))
                return known;
            var number = _count;
            var values = _values;
            if (number == values.Length)
            {
                Array.Resize(ref values, number * 2);
                Volatile.Write(ref _values, values);
            }
            values[number] = value;
            Volatile.Write(ref _count, number + 1);
            // Last, so that whoever finds the number finds the value too.
            _numbers[value] = number;
            return number;
        }
    }
}
