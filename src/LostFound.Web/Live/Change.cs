using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Live;

/// <summary>
/// An outbox row: the thing named by <see cref="Topic"/> changed. Written in the transaction of the change
/// itself, swept by <see cref="ChangePump"/>. Its sequence number orders all changes.
/// </summary>
public sealed class Change
{
    public long Sequence { get; init; }
    public required string Topic { get; init; }
    public int Version { get; init; }
    public DateTime At { get; init; }
}

public static class ChangeExtensions
{
    /// <summary>Adds the outbox row of a change, to be committed with it.</summary>
    public static void Announce(this LostFoundDb db, string topic, DateTime at, int version = 0) =>
        db.Changes.Add(new Change { Topic = topic, Version = version, At = at });
}

public sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(c => c.Sequence);
        builder.Property(c => c.Sequence).ValueGeneratedOnAdd();
        builder.Property(c => c.Topic).HasMaxLength(60);
        builder.HasIndex(c => c.At);
    }
}
