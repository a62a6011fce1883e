using System.Text.Json;
using LostFound.Web.Features.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Items;

public sealed class ItemTable : IEntityTypeConfiguration<Item>, IEntityTypeConfiguration<ItemPhoto>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Property(i => i.PhotoColours).HasDefaultValue(Array.Empty<string>());
        builder.Property(i => i.SearchConcepts).HasDefaultValue("");
        builder.Property(i => i.Contents).HasDefaultValue(Array.Empty<ContainedItem>()).HasConversion(
            contents => JsonSerializer.Serialize(contents, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<ContainedItem[]>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<ContainedItem[]>((a, b) => a!.SequenceEqual(b!), contents => contents.Length, contents => contents));
        builder.HasIndex(i => i.Tag).IsUnique();
        builder.HasIndex(i => new { i.Status, i.RegisteredAt });
        builder.HasIndex(i => i.RegisteredAt);
        builder.HasIndex(i => new { i.Desk, i.RegisteredAt });
        builder.HasIndex(i => i.Bin);
        builder.HasIndex(i => new { i.Category, i.FoundAt });
        builder.HasIndex(i => i.Id, "ix_items_needs_matching").HasFilter("\"NeedsMatching\" = 1");
        builder.HasOne<Claim>().WithMany().HasForeignKey(i => i.ClaimId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Photos).WithOne().HasForeignKey(p => p.ItemId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ItemPhoto> builder)
    {
        builder.ToTable("item_photos");
        builder.HasKey(p => new { p.ItemId, p.Ordinal });
        builder.Property(p => p.Hash).HasMaxLength(64);
        builder.HasIndex(p => p.Hash).HasDatabaseName("ix_item_photos_hash");
    }
}
