namespace LostFound.Benchmarks.Photos;

/// <summary>One way to make both renditions of each file, with as many processes as the others.</summary>
internal interface IPhotoWay : IDisposable
{
    string Name { get; }

    /// <summary>Which program, which version, which options.</summary>
    string Setup { get; }

    Task MakeAsync(IReadOnlyList<string> files, string into, CancellationToken stop);
}
