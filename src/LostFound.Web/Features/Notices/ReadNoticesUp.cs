using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Notices;

/// <summary>What the walls say of places now.</summary>
public sealed class ReadNoticesUp(Store store, Words words)
{
    /// <summary>More than two nobody reads in passing; the latest are the news.</summary>
    private const int OnWall = 2;

    /// <summary>In the language that the wall speaks. What staff wrote themselves follows as written.</summary>
    public async Task<IReadOnlyList<string>> ForWallAsync(VenueConfig venue, VenueTime time)
    {
        var up = await store.ReadAsync(db => db.NoticesUpAsync(time.NowUtc));
        var said = new NoticeWords(venue, time, words);
        return [.. up.Take(OnWall).Select(notice => string.Join(' ', said.Sentences(notice).Append(notice.OwnWords)).Trim())];
    }
}
