using LostFound.Web.Configuration;
using Microsoft.Extensions.Configuration;

namespace LostFound.Web.Tests.Configuration;

public sealed class ConfigFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lostfound-root-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_nearest_folder_above_the_content_root_is_found()
    {
        var content = Directory.CreateDirectory(Path.Combine(_root, "src", "web")).FullName;
        var config = Directory.CreateDirectory(Path.Combine(_root, "kiosk-config")).FullName;

        Assert.Equal(config, ConfigFolder.Find(Settings(null), content));

        var nearer = Directory.CreateDirectory(Path.Combine(content, "kiosk-config")).FullName;
        Assert.Equal(nearer, ConfigFolder.Find(Settings(null), content));
    }

    [Fact]
    public void The_setting_wins_and_a_relative_one_counts_from_the_content_root()
    {
        Directory.CreateDirectory(Path.Combine(_root, "kiosk-config"));

        Assert.Equal(Path.Combine(_root, "etc", "park"), ConfigFolder.Find(Settings("etc/park"), _root));
        Assert.Equal("/srv/park", ConfigFolder.Find(Settings("/srv/park"), _root));
    }

    private static IConfiguration Settings(string? folder) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(ConfigFolder.Setting, folder)]).Build();
}
