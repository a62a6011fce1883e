using LostFound.Web.Configuration.Files;
using LostFound.Web.Languages;

namespace LostFound.Web.Configuration;

/// <summary>
/// Everything a venue can set, as one checked and unchanging snapshot. Take it once per operation, so that
/// an edit in the middle cannot mix two configurations.
/// </summary>
public sealed class VenueConfig
{
    private readonly Dictionary<string, Category> _categories;
    private readonly Dictionary<string, (Place Place, Zone Zone)> _places;
    private readonly Dictionary<string, Zone> _zones;
    private readonly Dictionary<string, Colour> _colours;
    private readonly Dictionary<string, Bin> _bins;
    private readonly Dictionary<string, Desk> _desks;
    private readonly Dictionary<string, RetentionClass> _retention;
    private readonly Dictionary<string, IReadOnlyList<string>> _questions;

    internal VenueConfig(ConfigFiles files, string version)
    {
        Files = files;
        Version = version;
        Clock = new VenueClock(TimeZoneInfo.FindSystemTimeZoneById(files.Venue.TimeZone), files.Venue.OpeningHours);
        Places = [.. files.Places.Zones.SelectMany(zone => zone.Places)];
        _categories = files.Categories.Categories.ToDictionary(category => category.Key, StringComparer.Ordinal);
        _zones = files.Places.Zones.ToDictionary(zone => zone.Key, StringComparer.Ordinal);
        _places = files.Places.Zones
            .SelectMany(zone => zone.Places.Select(place => (place, zone)))
            .ToDictionary(pair => pair.place.Key, StringComparer.Ordinal);
        _colours = files.Colours.Colours.ToDictionary(colour => colour.Key, StringComparer.Ordinal);
        _bins = files.Bins.Bins.ToDictionary(bin => bin.Code, StringComparer.Ordinal);
        _desks = files.Venue.Desks.ToDictionary(desk => desk.Key, StringComparer.Ordinal);
        _retention = files.Retention.Classes.ToDictionary(kept => kept.Key, StringComparer.Ordinal);
        _questions = files.ProofQuestions.Groups.ToDictionary(group => group.Group, group => group.Questions, StringComparer.Ordinal);
        Stylesheet = new VenueStylesheet(files.Venue.Accent, files.Colours.Colours);
    }

    /// <summary>The files as written, for what has no shortcut here.</summary>
    public ConfigFiles Files { get; }

    /// <summary>A hash of all files: equal versions are equal configurations.</summary>
    public string Version { get; }

    public VenueFile Venue => Files.Venue;
    public PromisesFile Promises => Files.Promises;
    public ClosingRules Closing => Files.Retention.Closing ?? ClosingRules.Usual;
    public MatchingFile Matching => Files.Matching;
    public GuidanceFile Guidance => Files.Guidance;
    public LabelsFile Labels => Files.Labels;
    public NotificationsFile Notifications => Files.Notifications;
    public QueueRules Queue => Files.Venue.Queue ?? QueueRules.Usual;
    public VenueClock Clock { get; }
    public TimeZoneInfo TimeZone => Clock.Zone;
    public VenueStylesheet Stylesheet { get; }

    public IReadOnlyList<CategoryGroup> Groups => Files.Categories.Groups;
    public IReadOnlyList<Category> Categories => Files.Categories.Categories;
    public IReadOnlyList<Zone> Zones => Files.Places.Zones;
    public IReadOnlyList<Place> Places { get; }
    public IReadOnlyList<Colour> Colours => Files.Colours.Colours;
    public IReadOnlyList<Bin> Bins => Files.Bins.Bins;
    public IReadOnlyList<Desk> Desks => Files.Venue.Desks;

    // Records outlive the configuration they were written under, so every look-up may come back empty.
    public Category? Category(string key) => _categories.GetValueOrDefault(key);

    /// <summary>Whether photos of it are kept as a mosaic only. Not of what is no category (yet).</summary>
    public bool MasksPhotosOf(string categoryKey) => Category(categoryKey) is { PhotosAreMasked: true };

    public Place? Place(string key) => _places.GetValueOrDefault(key).Place;
    public Zone? Zone(string key) => _zones.GetValueOrDefault(key);
    public Zone? ZoneOfPlace(string placeKey) => _places.GetValueOrDefault(placeKey).Zone;
    public Colour? Colour(string key) => _colours.GetValueOrDefault(key);
    public Bin? Bin(string code) => _bins.GetValueOrDefault(code);
    public Desk? Desk(string key) => _desks.GetValueOrDefault(key);

    public IEnumerable<Bin> BinsAt(string deskKey) => Bins.Where(bin => string.Equals(bin.Desk, deskKey, StringComparison.Ordinal));

    public IEnumerable<Category> CategoriesIn(string groupKey) =>
        Categories.Where(category => string.Equals(category.Group, groupKey, StringComparison.Ordinal));

    /// <summary>Every category in the configuration has one: the checks see to it.</summary>
    public RetentionClass RetentionOf(Category category) => _retention[category.Retention];

    /// <summary>Null when the category left the configuration, and its rule with it.</summary>
    public RetentionClass? RetentionOf(string categoryKey) => Category(categoryKey) is { } category ? RetentionOf(category) : null;

    public bool IsSafe(string? bin) => bin is not null && Bin(bin)?.Kind == BinKind.Safe;

    /// <summary>Every group has some: the checks see to it.</summary>
    public IReadOnlyList<string> ProofQuestionsFor(Category category) => _questions[category.Group];

    /// <summary>A question as staff chose it, in the guest's language; what they wrote themselves stays as they wrote it.</summary>
    public string QuestionIn(string question, Words words)
    {
        foreach (var group in Files.ProofQuestions.Groups)
        {
            var index = group.Questions.ToList().IndexOf(question);
            if (index >= 0)
                return group.Translations.In(words, group.Questions)[index];
        }
        return question;
    }

    /// <summary>What guests' links begin with: as set, or as the request came.</summary>
    public string PublicUrl(HttpRequest request) => Venue.PublicUrl.Length > 0 ? Venue.PublicUrl : $"{request.Scheme}://{request.Host}";

    public DateTime LocalTime(DateTime utc) => Clock.LocalTime(utc);
}
