using System.Text;

namespace LostFound.Web.Configuration.Json;

/// <summary>
/// Says in plain words what usually went wrong where a JSON reader stopped. The reader's own words
/// ("'"' is invalid after a value. Expected either ',' …") help programmers only.
/// </summary>
internal static class SyntaxMistake
{
    public static (int Offset, string Message) Explain(byte[] utf8, int offset)
    {
        var before = LastInk(utf8, offset);
        if (offset >= utf8.Length || LastInk(utf8, utf8.Length) < offset)
        {
            return before < 0
                ? (0, "The file is empty.")
                : (before, "The file ends too early: a closing }, ] or \" is missing.");
        }

        var found = utf8[offset];
        var previous = before < 0 ? (byte)0 : utf8[before];
        if (previous == ',' && found is (byte)'}' or (byte)']')
        {
            return (before, "There is a comma after the last entry. Take it away.");
        }

        if (EndsValue(previous) && StartsValue(found))
        {
            return (offset, "A comma is missing before this.");
        }

        return (offset, found switch
        {
            (byte)'\'' => "Texts stand in double quotes (\"), not in single ones.",
            (byte)'\n' or (byte)'\r' => "A text must end in the line in which it began: a closing quote (\") is missing.",
            (byte)'\t' => "A text must not hold a tab.",
            (byte)'}' or (byte)']' => "This bracket closes nothing, or something before it is unfinished.",
            _ => $"'{CharacterAt(utf8, offset)}' cannot stand here. Is a quote (\"), colon or comma missing?",
        });
    }

    private static int LastInk(byte[] utf8, int end)
    {
        var i = Math.Min(end, utf8.Length) - 1;
        while (i >= 0 && utf8[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            i--;
        }

        return i;
    }

    private static bool EndsValue(byte ink) =>
        ink is (byte)'"' or (byte)'}' or (byte)']' or (byte)'e' or (byte)'l' or (>= (byte)'0' and <= (byte)'9');

    private static bool StartsValue(byte ink) => ink is (byte)'"' or (byte)'{' or (byte)'[';

    private static string CharacterAt(byte[] utf8, int offset)
    {
        Rune.DecodeFromUtf8(utf8.AsSpan(offset), out var rune, out _);
        return rune.ToString();
    }
}
