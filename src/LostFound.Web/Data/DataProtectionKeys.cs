using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Data;

/// <summary>A key that protects cookies and antiforgery tokens, so that a restart signs nobody out.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keeps the keys in the same database as everything else: one thing to back up, and shared by all nodes.</summary>
public sealed class DataProtectionKeys(Store store) : IXmlRepository
{
    // The interface is synchronous, and called a few times in a process's life.
#pragma warning disable RS0030
    public IReadOnlyCollection<XElement> GetAllElements() =>
        Task.Run(() => store.ReadAsync(async db => await db.DataProtectionKeys.Select(k => k.Xml).ToListAsync())).Result
            .ConvertAll(XElement.Parse);

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => store.WriteAsync(db =>
        {
            db.DataProtectionKeys.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            return Task.CompletedTask;
        }, CancellationToken.None)).Wait();
#pragma warning restore RS0030
}

public sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}
