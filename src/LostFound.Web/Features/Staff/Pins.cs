using Microsoft.AspNetCore.Identity;

namespace LostFound.Web.Features.Staff;

public enum PinCheck { Wrong, Right, RightButHashedTheOldWay }

/// <summary>
/// PINs: which may be chosen, and how they are kept. A million PINs are few, so what protects them is the
/// lock-out and the enrolled device; the slow hash only buys time after a stolen database.
/// </summary>
public static class Pins
{
    private static readonly PasswordHasher<StaffMember> Hasher = new();

    public static bool LooksLikeOne(string pin) => pin.Length == StaffLimits.PinLength && pin.All(char.IsAsciiDigit);

    /// <summary>Why this PIN may not be chosen; null when it may.</summary>
    public static string? Problem(string pin)
    {
        if (!LooksLikeOne(pin))
            return $"Choose a PIN of exactly {StaffLimits.PinLength} digits";
        // Modulo ten, so that 789012 counts as the straight run that it is on a keypad.
        var steps = pin.Zip(pin.Skip(1), (from, to) => (to - from + 10) % 10).Distinct().ToList();
        return steps is [0 or 1 or 9] ? "Choose a PIN that is harder to guess: not one digit six times, and no straight run" : null;
    }

    // The framework's hasher takes the person only for hashers that salt with it; this one makes its own salt.
    public static string Hash(string pin) => Hasher.HashPassword(null!, pin);

    public static PinCheck Check(string hash, string pin) => Hasher.VerifyHashedPassword(null!, hash, pin) switch
    {
        PasswordVerificationResult.Failed => PinCheck.Wrong,
        PasswordVerificationResult.Success => PinCheck.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PinCheck.RightButHashedTheOldWay,
    };
}
