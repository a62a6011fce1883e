using LostFound.Web.Configuration;
using Microsoft.Extensions.Configuration;

namespace LostFound.Web.Tests.Configuration;

public sealed class ConfigFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lostfound-root-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_nearest_folder_above_where_the_person_stands_is_found()
    {
        var content = Directory.CreateDirectory(Path.Combine(_root, "src", "web")).FullName;
        var config = Directory.CreateDirectory(Path.Combine(_root, "kiosk-config")).FullName;

        Assert.Equal(config, ConfigFolder.Find(Settings(null), content, Path.GetTempPath()));

        var nearer = Directory.CreateDirectory(Path.Combine(content, "kiosk-config")).FullName;
        Assert.Equal(nearer, ConfigFolder.Find(Settings(null), content, Path.GetTempPath()));
    }

    [Fact]
    public void Started_from_elsewhere_the_programs_own_is_found()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;
        var program = Directory.CreateDirectory(Path.Combine(_root, "clone", "src", "bin")).FullName;
        var config = Directory.CreateDirectory(Path.Combine(_root, "clone", "kiosk-config")).FullName;

        Assert.Equal(config, ConfigFolder.Find(Settings(null), elsewhere, program));
    }

    [Fact]
    public void Where_there_is_none_the_place_to_make_it_is_named()
    {
        Assert.Equal(Path.Combine(_root, "kiosk-config"), ConfigFolder.Find(Settings(null), _root, _root));
    }

    [Fact]
    public void The_setting_wins_and_a_relative_one_counts_from_where_the_person_stands()
    {
        Directory.CreateDirectory(Path.Combine(_root, "kiosk-config"));

        Assert.Equal(Path.Combine(_root, "etc", "park"), ConfigFolder.Find(Settings("etc/park"), _root, _root));
        Assert.Equal("/srv/park", ConfigFolder.Find(Settings("/srv/park"), _root, _root));
    }

    private static IConfiguration Settings(string? folder) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(ConfigFolder.Setting, folder)]).Build();
}
