using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Tags;

public enum TagOrigin
{
    /// <summary>Made by the server while it registered an item.</summary>
    Server,

    /// <summary>Given to a device in advance, for labels that it prints without a network.</summary>
    Lease,

    /// <summary>On a sheet of labels printed before anyone knew for what.</summary>
    Printed,

    /// <summary>Came with an item although nobody here had issued it.</summary>
    Adopted,
}

/// <summary>A code that was issued, whether or not an item bears it. Only ever added: no code means two things.</summary>
public sealed class Tag
{
    /// <summary>Without separators; see <see cref="Items.TagCode"/>.</summary>
    public required string Code { get; init; }

    public required TagOrigin Origin { get; init; }

    /// <summary>The device that it was leased to.</summary>
    public Guid? DeviceId { get; init; }

    public required DateTime IssuedAt { get; init; }

    /// <summary>The printing that a label with it came from.</summary>
    public Guid? Sheet { get; init; }
}

public sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    /// <summary>The key that decides whether a code is free, as the database names it.</summary>
    public const string Key = "tags.Code";

    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags");
        builder.HasKey(t => t.Code);
        builder.HasIndex(t => t.Sheet);
    }
}

public static class TagExtensions
{
    /// <summary>Adds a code, to be committed with what it is for; <see cref="TagTable.Key"/> refuses one that is taken.</summary>
    public static void Issue(this LostFoundDb db, string code, TagOrigin origin, DateTime at, Guid? deviceId = null, Guid? sheet = null) =>
        db.Tags.Add(new Tag { Code = code, Origin = origin, DeviceId = deviceId, IssuedAt = at, Sheet = sheet });
}
