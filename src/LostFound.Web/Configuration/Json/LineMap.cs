using System.Text;

namespace LostFound.Web.Configuration.Json;

/// <summary>Turns byte offsets, in which the JSON reader counts, into lines and columns, in which people do.</summary>
internal sealed class LineMap
{
    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];

    public LineMap(byte[] utf8)
    {
        _utf8 = utf8;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == (byte)'\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public TextPosition At(long offset)
    {
        var end = (int)Math.Clamp(offset, 0, _utf8.Length);
        var found = _lineStarts.BinarySearch(end);
        var line = found >= 0 ? found : ~found - 1;
        var start = _lineStarts[line];
        return new TextPosition(line + 1, Encoding.UTF8.GetCharCount(_utf8, start, end - start) + 1);
    }

    /// <summary>The offset of a byte that is known by its line (from 0) and the bytes before it in that line.</summary>
    public int Offset(long line, long bytesIntoLine) =>
        (int)Math.Min(_lineStarts[(int)Math.Min(line, _lineStarts.Count - 1)] + bytesIntoLine, _utf8.Length);
}
