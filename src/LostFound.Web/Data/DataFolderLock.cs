namespace LostFound.Web.Data;

/// <summary>
/// One server process a data folder: SQLite's single writer is kept by a gate inside the process, and two
/// servers would each have their own. Held until disposed; the system lets go of it when a process dies.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream held;

    private DataFolderLock(FileStream held) => this.held = held;

    /// <summary>Null when another server holds the folder.</summary>
    public static DataFolderLock? TryTake(string dataFolder)
    {
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(dataFolder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();
}
