namespace LostFound.Web.Features.Items;

public enum ItemStatus
{
    /// <summary>In its bin, waiting for its owner.</summary>
    InStorage,

    /// <summary>Kept for one guest whose claim was matched to it.</summary>
    OnHold,

    /// <summary>Given to its owner, or on its way there by post. Final.</summary>
    HandedOver,

    /// <summary>Nobody came while it was kept, and it went where its retention class says. Final.</summary>
    Disposed,
}

/// <summary>A found item, with what staff know of it. Never shown to guests.</summary>
public sealed class Item
{
    public required Guid Id { get; init; }

    /// <summary>The code on its QR label, without separators; see <see cref="TagCode"/>.</summary>
    public required string Tag { get; init; }

    public required string Category { get; set; }
    public required string[] Colours { get; set; }
    public string Brand { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>What only the owner would know: the yardstick for proof. Staff only.</summary>
    public string PrivateNotes { get; set; } = "";

    /// <summary>What is inside, kind by kind. Staff only, as the notes are.</summary>
    public ContainedItem[] Contents { get; set; } = [];

    public required string Place { get; set; }
    public required DateTime FoundAt { get; set; }
    public required DateTime RegisteredAt { get; init; }
    public string? Bin { get; set; }

    /// <summary>The desk that holds it.</summary>
    public required string Desk { get; set; }

    public ItemStatus Status { get; set; }

    /// <summary>Since when nobody finds it where it should be; null once somebody scanned or moved it.</summary>
    public DateTime? MissingSince { get; set; }

    /// <summary>The claim it is kept for, while <see cref="ItemStatus.OnHold"/>, or was handed over for.</summary>
    public Guid? ClaimId { get; set; }

    public bool NeedsMatching { get; set; } = true;

    /// <summary>Grows with each change; an edit of an older version is a conflict.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Everything searchable, cut into words as <see cref="Search.SearchTokens"/> does.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>What those words mean in any language, as marks of the search index; see <see cref="Search.SearchTokens"/>.</summary>
    public string SearchConcepts { get; set; } = "";

    public List<ItemPhoto> Photos { get; init; } = [];

    /// <summary>Colour keys that the photos show, best first: evidence for matching beside what a person ticked, never in its place.</summary>
    public string[] PhotoColours { get; set; } = [];

    /// <summary>In our hands: what left the house stays as it was written down, and fits no claim any more.</summary>
    public bool IsHere => Status is ItemStatus.InStorage or ItemStatus.OnHold;

    public bool MayBeChanged => IsHere;

    public bool MayBeHeld => Status == ItemStatus.InStorage;
    public bool MayBeHandedOver => IsHere;
    public bool MayBeDisposed => Status == ItemStatus.InStorage;
}

public static class ItemQueries
{
    /// <summary>What <see cref="Item.IsHere"/> says, for the database to answer.</summary>
    public static IQueryable<Item> StillHere(this IQueryable<Item> items) =>
        items.Where(i => i.Status == ItemStatus.InStorage || i.Status == ItemStatus.OnHold);
}

public sealed class ItemPhoto
{
    public required Guid ItemId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>SHA-256 of the stored picture: its file's name.</summary>
    public required string Hash { get; init; }

    public required int Width { get; init; }
    public required int Height { get; init; }
}
