using System.Text.Json;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Form;

namespace LostFound.Web.Demo;

/// <summary>A claim of the demo, with the token that only its guest would have.</summary>
public sealed record DemoClaimFiled(string Token, DateTime At);

/// <summary>Files claims as a guest does, from a finished draft.</summary>
public sealed class DemoFiling(IServiceProvider services, Store store, DemoClock then)
{
    public async Task<DemoClaimFiled> FileAsync(ClaimAnswers answers, CancellationToken cancellation)
    {
        var key = DraftKey.Make();
        var vault = services.GetRequiredService<ContactVault>();
        await store.WriteAsync(db =>
        {
            db.ClaimDrafts.Add(new ClaimDraft { KeyHash = key.Hash, Content = vault.SealText(JsonSerializer.Serialize(answers)), UpdatedAt = then.Now });
            return Task.CompletedTask;
        }, cancellation);
        var drafts = ActivatorUtilities.CreateInstance<ClaimDrafts>(services, then);
        var token = await ActivatorUtilities.CreateInstance<FileClaim>(services, then, drafts).HandleAsync(key, cancellation);
        return new DemoClaimFiled(token.Value.Text, then.Now);
    }
}
