using LostFound.Web.Features.Promises;

namespace LostFound.Web.Features.Claims;

public enum ClaimStatus
{
    /// <summary>Being compared with everything handed in.</summary>
    Looking,

    /// <summary>Staff asked the guest something and wait for the answer.</summary>
    Asking,

    /// <summary>Staff confirmed a match; the guest is asked to come.</summary>
    ReadyToCollect,

    /// <summary>Handed over. Final.</summary>
    Collected,

    /// <summary>The guest says that it is no longer needed. Final.</summary>
    Withdrawn,

    /// <summary>Posted to the owner. Final.</summary>
    Sent,

    /// <summary>Looked for long enough without a find. Still compared with what comes in, until its time on file is over.</summary>
    NotFound,
}

/// <summary>A guest's report of a loss. A guest may be wrong about any of it.</summary>
public sealed class Claim
{
    public required Guid Id { get; init; }

    /// <summary>Short, for speaking; alone it opens nothing.</summary>
    public required string Reference { get; init; }

    /// <summary>SHA-256 of the token in the guest's link.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>
    /// The token itself, sealed by <see cref="ContactVault"/>, for what is sent to the guest's own address: a stolen
    /// database alone opens nobody's page. Null for claims from before it was kept.
    /// </summary>
    public byte[]? Link { get; init; }

    /// <summary>Null when the guest was not sure.</summary>
    public string? Category { get; init; }

    public required string[] Colours { get; init; }
    public string Brand { get; init; } = "";
    public required string Description { get; init; }

    /// <summary>What only the owner would know, in the guest's words.</summary>
    public string PrivateMarks { get; init; } = "";

    /// <summary>Where it may have been lost; empty when the guest was not sure.</summary>
    public required string[] Places { get; init; }

    public DateTime? LostFrom { get; init; }
    public DateTime? LostTo { get; init; }

    /// <summary>Name, e-mail and telephone, sealed by <see cref="ContactVault"/>.</summary>
    public required byte[] Contact { get; init; }

    /// <summary>Keyed hashes, to find a claim by its e-mail or telephone without storing either in clear.</summary>
    public byte[]? EmailIndex { get; init; }
    public byte[]? PhoneIndex { get; init; }

    public required string Language { get; init; }

    /// <summary>Everything searchable, normalised as <see cref="Shared.SearchText"/> does.</summary>
    public string SearchText { get; init; } = "";

    public required DateTime FiledAt { get; init; }
    public ClaimStatus Status { get; set; }

    /// <summary>By when the guest was told to hear from us next; null when nothing more is due. What <see cref="PromiseBook"/> holds, repeated for lists.</summary>
    public DateTime? NextWordBy { get; private set; }

    /// <summary>Since when it is closed; null while it is not.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Until when a claim without a find stays on file. Set with <see cref="ClaimStatus.NotFound"/>, and never moved to an earlier day.</summary>
    public DateTime? OnFileUntil { get; set; }

    /// <summary>When the guest's contact details were deleted; from then on nobody can be told of anything.</summary>
    public DateTime? PurgedAt { get; set; }

    public bool NeedsMatching { get; set; } = true;
    public int Version { get; set; } = 1;

    /// <summary>For the book of promises only.</summary>
    internal void OweWordBy(DateTime? due) => NextWordBy = due;

    public bool IsOpen => Status is ClaimStatus.Looking or ClaimStatus.Asking;
    public bool IsOnFile => Status is ClaimStatus.NotFound && PurgedAt is null;
    public bool IsClosed => Status is ClaimStatus.Collected or ClaimStatus.Withdrawn or ClaimStatus.Sent or ClaimStatus.NotFound;
    public bool MayBeMatched => IsOpen || IsOnFile;
    public bool MayBeAsked => IsOpen;
    public bool MayBeCollected => Status is ClaimStatus.ReadyToCollect;
    public bool MayBeSent => Status is ClaimStatus.ReadyToCollect;
    public bool MayBeClosed => IsOpen;
    public bool MayBeWithdrawn => IsOpen || IsOnFile || Status is ClaimStatus.ReadyToCollect;
}

public static class ClaimQueries
{
    /// <summary>What <see cref="Claim.MayBeMatched"/> says, for the database to answer.</summary>
    public static IQueryable<Claim> StillCompared(this IQueryable<Claim> claims) => claims.Where(c =>
        c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking || (c.Status == ClaimStatus.NotFound && c.PurgedAt == null));
}
