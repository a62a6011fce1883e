namespace LostFound.Web.Features.Tags;

/// <summary>How many codes are issued at once. The device, the server and the tests share these.</summary>
public static class TagLimits
{
    /// <summary>Codes one printing may ask for: some sheets of A4, or a good part of a roll.</summary>
    public const int Printing = 200;

    /// <summary>What a device holds at most: more than a busy desk registers in a day without a network.</summary>
    public const int Lease = 200;

    /// <summary>With fewer than this left, a device asks for more whenever it reaches the server.</summary>
    public const int TopUpBelow = Lease / 2;
}
