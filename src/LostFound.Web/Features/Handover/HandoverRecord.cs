using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Handover;

/// <summary>How the recipient showed that the item is theirs.</summary>
public enum ProofKind { AnsweredQuestions, UnlockedDevice, PhotoId, ReceiptOrSerial, DescribedContents }

/// <summary>The release of an item to its owner, with what was signed.</summary>
public sealed class HandoverRecord
{
    public required Guid Id { get; init; }

    /// <summary>Unique: an item is handed over once.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Null when a guest collected without ever having filed a claim.</summary>
    public Guid? ClaimId { get; init; }

    /// <summary>The recipient's name, sealed like other contact details.</summary>
    public required byte[] Recipient { get; init; }

    public required ProofKind Proof { get; init; }
    public required string ProofNote { get; init; }

    /// <summary>The very words that were signed. Sealed, since they name the recipient.</summary>
    public required byte[] SignedText { get; init; }

    public required SignatureKind SignatureKind { get; init; }

    /// <summary>The signature's content, sealed as well: a signature is as personal as a name.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>SHA-256 over the item, the signed text and the signature, so that none can be exchanged alone.</summary>
    public required byte[] SignatureHash { get; init; }

    public required Guid StaffId { get; init; }
    public required Guid DeviceId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Whether text and signature are still the ones that belong together.</summary>
    public bool Verify(ContactVault vault) => CryptographicOperations.FixedTimeEquals(
        SignatureHash, HashOf(ItemId, vault.OpenText(SignedText), new Signature(SignatureKind, vault.OpenText(Signature))));

    public static byte[] HashOf(Guid itemId, string signedText, Signature signature) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', [itemId.ToString("N"), signedText, signature.Kind.ToString(), signature.Content])));
}

public sealed class HandoverTable : IEntityTypeConfiguration<HandoverRecord>, IEntityTypeConfiguration<RefusedScan>
{
    public void Configure(EntityTypeBuilder<HandoverRecord> builder)
    {
        builder.ToTable("handovers");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => h.ItemId).IsUnique();
        builder.HasIndex(h => h.At);
        builder.HasOne<Item>().WithMany().HasForeignKey(h => h.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RefusedScan> builder)
    {
        builder.ToTable("refused_scans");
        builder.Property(r => r.RawCode).HasMaxLength(HandoverLimits.RawCode);
        builder.HasIndex(r => r.At);
    }
}
