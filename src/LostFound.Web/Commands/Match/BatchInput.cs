using LostFound.Matching;

namespace LostFound.Web.Commands.Match;

/// <summary>Items and claims from files with one JSON object a line. What cannot be read is told, and the rest goes on.</summary>
/// <param name="knownCategories">The category keys of the venue, or those of the lexicon.</param>
internal sealed class BatchInput(LineNotes notes, Progress progress, IReadOnlySet<string> knownCategories)
{
    private const string Other = "other";

    private readonly HashSet<string> unknownCategories = new(StringComparer.Ordinal);

    public List<FoundItem> Items(TextReader lines, string file) => Read(lines, file, item => item.Id, (row, line) =>
        new FoundItem(
            row.Key("id"), Category(row.Text("category"), file, line) ?? Other, row.Texts("colours"), row.Text("brand"),
            row.Text("description"), row.Text("privateNotes"), row.Text("place"), row.Time("foundAt"))
        {
            PhotoColours = row.TextsIfAny("photoColours"),
        });

    public List<LossClaim> Claims(TextReader lines, string file) => Read(lines, file, claim => claim.Id, (row, line) =>
    {
        var claim = new LossClaim(
            row.Key("id"), row.Text("language"), Category(row.TextOrNull("category"), file, line), row.Texts("colours"), row.Text("brand"),
            row.Text("description"), row.Text("privateMarks"), row.Texts("places"), row.TimeOrNull("lostFrom"), row.TimeOrNull("lostTo"));
        if (claim.LostTo < claim.LostFrom)
            notes.Remark(file, line, "'lostTo' is before 'lostFrom'; both are used as they stand.", "lostTo before lostFrom");
        return claim;
    });

    private List<T> Read<T>(TextReader lines, string file, Func<T, string> idOf, Func<JsonRow, int, T> read)
    {
        var all = new List<T>();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        progress.Begin($"lines of {file} read");
        for (var line = 1; lines.ReadLine() is { } text; line++)
        {
            progress.Report(line);
            if (string.IsNullOrWhiteSpace(text))
            {
                notes.Remark(file, line, "This line is empty.", "empty lines");
                continue;
            }
            // A mark that the decoder puts in the place of bytes it cannot read.
            if (text.Contains('\uFFFD', StringComparison.Ordinal))
                notes.Remark(file, line, "Not all of this line is UTF-8; what could not be read is ignored.", "lines not in UTF-8");
            var at = line;
            var row = JsonRow.Read(text, name => notes.Remark(file, at, $"'{name}' is missing; read as empty.", $"'{name}' missing"));
            var entry = read(row, line);
            if (row.Problem is { } problem)
                notes.LeaveOut(file, line, problem);
            else if (!lineOf.TryAdd(idOf(entry), line))
                notes.LeaveOut(file, line, $"The id {idOf(entry)} is in line {lineOf[idOf(entry)]} already.");
            else
                all.Add(entry);
        }
        return all;
    }

    /// <summary>The category as given; an unknown one is told once a file, and compared by its key alone.</summary>
    private string? Category(string? category, string file, int line)
    {
        if (string.IsNullOrEmpty(category))
            return null;
        if (!knownCategories.Contains(category) && unknownCategories.Add(file + ":" + category))
            notes.Remark(file, line, $"There is no category '{category}' in the vocabulary; it agrees only with itself. This is said once.", "unknown categories");
        return category;
    }
}
