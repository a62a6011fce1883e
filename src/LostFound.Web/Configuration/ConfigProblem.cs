namespace LostFound.Web.Configuration;

/// <summary>One thing wrong in the configuration, in words for the person who edits the file.</summary>
/// <param name="File">The file's name without its folder, such as <c>venue.json</c>.</param>
/// <param name="Line">From 1; 1 also when the whole file is meant.</param>
/// <param name="Column">From 1, counted in characters as editors count them.</param>
/// <param name="Path">Where in the file, such as <c>desks[1].name</c>; empty for the file itself.</param>
/// <param name="Message">A whole sentence.</param>
public sealed record ConfigProblem(string File, int Line, int Column, string Path, string Message)
{
    public override string ToString() => Path.Length == 0
        ? $"{File}:{Line}:{Column}: {Message}"
        : $"{File}:{Line}:{Column}: {Message} (at {Path})";
}
