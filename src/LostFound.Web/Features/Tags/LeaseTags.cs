using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Tags;

/// <summary>
/// Issues codes to a device in advance, so that it can print labels without a network. A code is bound to nothing
/// but its device, so an answer that was lost costs nothing but its codes: they are never issued again.
/// </summary>
public sealed class LeaseTags(Store store, TimeProvider clock, NewTag newTag)
{
    /// <summary>With 35 random bits a code or two of a block may be taken in a year; every block after that says that something else is wrong.</summary>
    private const int Attempts = 5;

    /// <param name="held">How many unused codes the device still has.</param>
    /// <returns>The new codes; none when the device holds enough.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(Device device, int held, CancellationToken cancellation)
    {
        var count = held < TagLimits.TopUpBelow ? TagLimits.Lease - Math.Max(0, held) : 0;
        if (count == 0)
            return [];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await store.WriteAsync<IReadOnlyList<string>>(db => Task.FromResult<Outcome<IReadOnlyList<string>>>(Issue(db, device, count)), cancellation)).Value;
            }
            catch (DbUpdateException taken) when (attempt < Attempts && UniqueIndex.Refused(taken, TagTable.Key))
            {
                // The key decides whether a code is free: the whole block is drawn again.
            }
        }
    }

    private string[] Issue(LostFoundDb db, Device device, int count)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < count)
            codes.Add(newTag());
        foreach (var code in codes)
            db.Issue(code, TagOrigin.Lease, now, device.Id);
        return [.. codes];
    }
}
