using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims;

/// <summary>
/// Turns a guest's answers into a claim, once: a second tap, a resend or a retry gets the same claim and the
/// same link, because both come from the key of the draft.
/// </summary>
public sealed class FileClaim(
    Store store, ClaimDrafts drafts, ClaimTokens tokens, ContactVault vault, NextWord nextWord, ReturnVisits visits, ConfigStore config, TimeProvider clock, Words say)
{
    public Refusal NoDraft => new(RefusalKind.NotFound, say["claim.no-draft"]);

    public Task<Outcome<ClaimToken>> HandleAsync(DraftKey key, CancellationToken cancellation)
    {
        var token = new ClaimToken(tokens.For(key.RequestId));
        var hash = LinkSecret.Hash(token.Text);
        return store.WriteAsync<ClaimToken>(async db =>
        {
            if (await db.Claims.AnyAsync(c => c.TokenHash == hash, CancellationToken.None))
                return token;
            if (await drafts.TakeAsync(db, key) is not { } draft)
                return NoDraft;
            if (draft.Answers.FirstMissing(config.Current) != ClaimStep.Check)
                return new Refusal(RefusalKind.Invalid, say["claim.one-open"]);
            var claim = Make(draft.Answers, token, hash, await FreeReferenceAsync(db));
            db.Claims.Add(claim);
            await db.NextWordAsync(claim, nextWord.First(claim.FiledAt), claim.FiledAt, PromiseCause.Filed);
            db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, At = claim.FiledAt, Kind = ClaimEventKind.Filed, NextWordBy = claim.NextWordBy });
            if (await ReturnVisits.RecogniseAsync(db, claim) is { } seen)
                await visits.NoteAsync(db, claim, seen, claim.FiledAt);
            db.ClaimDrafts.Remove(draft.Row);
            db.Announce(Topics.Inbox, claim.FiledAt);
            db.Announce(Topics.Board, claim.FiledAt);
            return token;
        }, cancellation);
    }

    /// <summary>The link of the claim that was filed from this draft, if one was.</summary>
    public async Task<ClaimToken?> FindFiledAsync(DraftKey key)
    {
        var token = new ClaimToken(tokens.For(key.RequestId));
        var hash = LinkSecret.Hash(token.Text);
        return await store.ReadAsync(db => db.Claims.AnyAsync(c => c.TokenHash == hash)) ? token : null;
    }

    private Claim Make(ClaimAnswers answers, ClaimToken token, byte[] tokenHash, string reference)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var contact = answers.Contact!;
        var (description, marks) = (answers.Description!, answers.Marks!.Text);
        return new Claim
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Reference = reference,
            TokenHash = tokenHash,
            Link = vault.SealText(token.Text),
            Category = answers.What!.Category,
            Colours = answers.Colours!.Keys,
            Brand = description.Brand,
            Description = description.Text,
            PrivateMarks = marks,
            Places = answers.Where!.Places,
            LostFrom = answers.When!.From,
            LostTo = answers.When.To,
            Contact = vault.Seal(contact),
            EmailIndex = vault.IndexEmail(contact.Email),
            PhoneIndex = vault.IndexPhone(contact.Phone),
            Language = say.Language.Code,
            SearchText = SearchText.Normalise(reference, description.Text, description.Brand, marks, new ClaimWords(config.Current, now, say.In(Language.English)).Category(answers.What.Category)),
            FiledAt = now,
        };
    }

    /// <summary>Drawn again until nobody has it; the unique index stands behind this.</summary>
    private static async Task<string> FreeReferenceAsync(LostFoundDb db)
    {
        string reference;
        do
        {
            reference = ClaimReference.Make();
        }
        while (await db.Claims.AnyAsync(c => c.Reference == reference, CancellationToken.None));
        return reference;
    }
}
