using System.Security.Cryptography;
using System.Text;

namespace LostFound.Web.Data;

/// <summary>
/// The installation's root secret: 32 random bytes in a file of its own beside the database, so that a stolen
/// database alone gives away neither contact details nor guests' links. Keys for each purpose derive from it.
/// </summary>
public sealed class Secrets
{
    private const int Size = 32;
    private readonly byte[] root;

    private Secrets(byte[] root) => this.root = root;

    public static Secrets LoadOrCreate(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "root.key");
        if (!File.Exists(file))
            Create(file);
        var bytes = File.ReadAllBytes(file);
        return bytes.Length == Size
            ? new Secrets(bytes)
            : throw new InvalidDataException($"{file} must hold {Size} bytes and holds {bytes.Length}. Restore it from a backup: without it, contact details cannot be read.");
    }

    /// <summary>A key for one purpose (HKDF, RFC 5869).</summary>
    public byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Size, info: Encoding.UTF8.GetBytes(purpose));

    private static void Create(string file)
    {
        // A temporary name first: a crash half-way must not leave a short key that later starts refuse.
        var temporary = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Size));
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, file, overwrite: false);
    }
}
