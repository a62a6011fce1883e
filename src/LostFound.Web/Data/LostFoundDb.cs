using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Review;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tags;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LostFound.Web.Data;

public sealed class LostFoundDb(DbContextOptions<LostFoundDb> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();
    public DbSet<ItemPhoto> ItemPhotos => Set<ItemPhoto>();
    public DbSet<CustodyEvent> CustodyEvents => Set<CustodyEvent>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<ClaimEvent> ClaimEvents => Set<ClaimEvent>();
    public DbSet<ClaimDraft> ClaimDrafts => Set<ClaimDraft>();
    public DbSet<ProofQuestion> ProofQuestions => Set<ProofQuestion>();
    public DbSet<Promise> Promises => Set<Promise>();
    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<ReturnVisit> ReturnVisits => Set<ReturnVisit>();
    public DbSet<ClaimClosing> ClaimClosings => Set<ClaimClosing>();
    public DbSet<GuestFeedback> Feedback => Set<GuestFeedback>();
    public DbSet<ChangeMade> ChangesMade => Set<ChangeMade>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessagePicture> MessagePictures => Set<MessagePicture>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();
    public DbSet<NotificationCursor> NotificationCursor => Set<NotificationCursor>();
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<HandoverRecord> Handovers => Set<HandoverRecord>();
    public DbSet<CashCount> CashCounts => Set<CashCount>();
    public DbSet<RefusedScan> RefusedScans => Set<RefusedScan>();
    public DbSet<BinScan> BinScans => Set<BinScan>();
    public DbSet<StockTake> StockTakes => Set<StockTake>();
    public DbSet<StockTakeScan> StockTakeScans => Set<StockTakeScan>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<SupervisorTask> Tasks => Set<SupervisorTask>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<TicketEvent> TicketEvents => Set<TicketEvent>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Device> Devices => Set<Device>();
    public DbSet<EnrolmentCode> EnrolmentCodes => Set<EnrolmentCode>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<RequestRecord> Requests => Set<RequestRecord>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LostFoundDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }

    /// <summary>Every time in the database is UTC; the database itself does not remember that.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
