using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LostFound.Web.Shared.Http;

/// <summary>
/// Limits by network prefix, wide enough for a venue's Wi-Fi, which shows one address for all guests; the
/// narrow limits (five wrong PINs, one claim a form) are kept by the use cases themselves.
/// </summary>
public static class RateLimits
{
    public const string FileClaim = "file-claim";
    public const string GuestWrite = "guest-write";
    public const string SignIn = "sign-in";

    /// <summary>Looking up tokens and tags without being signed in.</summary>
    public const string LookUp = "look-up";

    /// <summary>Enrolled devices by themselves. A day's queues of a whole desk may come at once.</summary>
    public const string Device = "device";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        Add(options, FileClaim, perMinute: 120);
        Add(options, GuestWrite, perMinute: 1200);
        Add(options, SignIn, perMinute: 120);
        Add(options, LookUp, perMinute: 3000);
        Add(options, Device, perMinute: 3000);
    });

    private static void Add(RateLimiterOptions options, string policy, int perMinute) =>
        options.AddPolicy(policy, context => RateLimitPartition.GetTokenBucketLimiter(
            Prefix(context.Connection.RemoteIpAddress),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                QueueLimit = 0,
            }));

    /// <summary>/24 for IPv4 and /56 for IPv6: what one household or venue is given.</summary>
    internal static string Prefix(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes, 0, bytes.Length == 4 ? 3 : 7);
    }
}
