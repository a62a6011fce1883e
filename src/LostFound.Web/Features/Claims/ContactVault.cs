using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LostFound.Web.Data;

namespace LostFound.Web.Features.Claims;

/// <summary>How to reach a guest.</summary>
public sealed record Contact(string Name, string Email, string Phone);

/// <summary>
/// Seals contact details with AES-GCM, and makes the keyed hashes (a blind index) by which a claim is found
/// again from its e-mail or telephone.
/// </summary>
public sealed class ContactVault(Secrets secrets)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] sealKey = secrets.KeyFor("contact details");
    private readonly byte[] indexKey = secrets.KeyFor("contact blind index");

    public byte[] Seal(Contact contact) => Seal(JsonSerializer.SerializeToUtf8Bytes(contact));

    public Contact OpenContact(byte[] sealedContact) =>
        JsonSerializer.Deserialize<Contact>(Open(sealedContact)) ?? throw new InvalidDataException("A sealed contact is empty.");

    public byte[] SealText(string text) => Seal(Encoding.UTF8.GetBytes(text));

    public string OpenText(byte[] sealedText) => Encoding.UTF8.GetString(Open(sealedText));

    public byte[]? IndexEmail(string email) => Index(email.Trim().ToLowerInvariant());

    /// <summary>The last nine digits: guests write the same number with and without a country code.</summary>
    public byte[]? IndexPhone(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return Index(digits.Length > 9 ? digits[^9..] : digits);
    }

    private byte[]? Index(string text) => text.Length == 0 ? null : HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(text));

    private byte[] Seal(byte[] plain)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(sealKey, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        return box;
    }

    private byte[] Open(byte[] box)
    {
        if (box.Length < NonceSize + TagSize)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"A sealed text of {box.Length} bytes is too short."));
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(sealKey, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), plain);
        return plain;
    }
}
