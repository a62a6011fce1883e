using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Languages;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Desk;

/// <summary>The part of a claim's record that changes while somebody looks at it.</summary>
public sealed record ClaimProgress(
    Guid Id, string Reference, ClaimStatus Status, DateTime? NextWordBy, bool MayBeAsked,
    ProofAtDesk Proof, TalkAtDesk Talk, IReadOnlyList<TimelineEvent> Story, GuestHistory History, IReadOnlyList<GuidanceStep> Guidance, ClosingAtDesk Closing);

/// <summary>All that staff know of a claim.</summary>
public sealed record ClaimRecord(
    ClaimProgress Progress, string Category, string? Emoji, string Colours, string Brand, string Description, string PrivateMarks,
    string Places, string Lost, Contact Contact, DateTime FiledAt, IReadOnlyList<string> SuggestedQuestions);

/// <summary>Reads a claim for the desk. Each look at the contact details leaves a line in the audit.</summary>
public sealed class ReadClaimRecord(Store store, ContactVault vault, ReadClosingAtDesk closing, ReadTalk talk, ConfigStore config, TimeProvider clock, Words say)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ClaimRecord?> HandleAsync(Guid id, Actor by, CancellationToken cancellation)
    {
        if (await store.ReadAsync(db => db.Claims.SingleOrDefaultAsync(c => c.Id == id, cancellation)) is not { } claim
            || await ReadProgressAsync(id, cancellation) is not { } progress)
            return null;
        await store.WriteAsync(db =>
        {
            db.AuditEntries.Add(new AuditEntry { At = Now, Kind = AuditKind.ViewedClaim, StaffId = by.StaffId, DeviceId = by.DeviceId, Subject = claim.Reference });
            return Task.CompletedTask;
        }, cancellation);
        var venue = config.Current;
        var words = new ClaimWords(venue, Now, say);
        var category = claim.Category is null ? null : venue.Category(claim.Category);
        return new ClaimRecord(
            progress, words.Category(claim.Category), category?.Emoji, words.Colours(claim.Colours), claim.Brand, claim.Description, claim.PrivateMarks,
            words.Places(claim.Places), words.Between(claim.LostFrom, claim.LostTo), vault.OpenContact(claim.Contact), claim.FiledAt, Suggested(venue, category));
    }

    public Task<ClaimProgress?> ReadProgressAsync(Guid id, CancellationToken cancellation) => store.ReadAsync(async db =>
    {
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } claim)
            return null;
        var events = await db.ClaimEvents.Where(e => e.ClaimId == id).OrderBy(e => e.Id).ToListAsync(cancellation);
        var history = await db.GuestHistoryAsync(claim, config.Current, new VenueTime(config.Current.TimeZone, Now));
        return new ClaimProgress(
            id, claim.Reference, claim.Status, claim.NextWordBy, claim.MayBeAsked, await ProofAtDesk.ReadAsync(db, config.Current, claim), await talk.ForDeskAsync(db, claim),
            [.. events.Select(DeskWords.Tell), .. history.Story], history, config.Current.Guidance.Steps, await closing.HandleAsync(db, claim));
    });

    /// <summary>The questions of the category's group; for a guest who was not sure, those of the last group ("something else").</summary>
    private static IReadOnlyList<string> Suggested(VenueConfig venue, Configuration.Files.Category? category) =>
        category is not null ? venue.ProofQuestionsFor(category) : venue.Files.ProofQuestions.Groups[^1].Questions;
}
