using System.Security.Cryptography;
using System.Text.Json;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Data;

/// <summary>A command that was carried out, by its client-made id: repeating it gives the first answer.</summary>
public sealed class RequestRecord
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>SHA-256 of what was asked, so that one id cannot stand for two different things.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>What the command answered, as the use case wrote it (an id, a tag).</summary>
    public required string Answer { get; init; }

    public required DateTime At { get; init; }
}

public static class RequestExtensions
{
    /// <summary>
    /// The answer given before to this request id; null when it is new; a conflict when the id was used for
    /// something else. Call it inside the write transaction that would carry the command out.
    /// </summary>
    public static async Task<Outcome<string?>> AnsweredBeforeAsync(this LostFoundDb db, Guid requestId, string kind, object asked)
    {
        var known = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId);
        if (known is null)
            return (string?)null;
        return known.Kind == kind && known.Fingerprint.AsSpan().SequenceEqual(FingerprintOf(asked))
            ? known.Answer
            : new Refusal(RefusalKind.Conflict, "This form was already sent with other content. Reload the page and send it again.") { Key = "queue.sent-before" };
    }

    public static void Remember(this LostFoundDb db, Guid requestId, string kind, object asked, string answer, DateTime at) =>
        db.Requests.Add(new RequestRecord { Id = requestId, Kind = kind, Fingerprint = FingerprintOf(asked), Answer = answer, At = at });

    private static byte[] FingerprintOf(object asked) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(asked, asked.GetType()));
}

public sealed class RequestTable : IEntityTypeConfiguration<RequestRecord>
{
    public void Configure(EntityTypeBuilder<RequestRecord> builder)
    {
        builder.ToTable("requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Answer).HasMaxLength(200);
        builder.HasIndex(r => r.At);
    }
}
