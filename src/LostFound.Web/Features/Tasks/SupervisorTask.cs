using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LostFound.Web.Features.Tasks;

public enum TaskKind
{
    /// <summary>Who registered it is not known for sure.</summary>
    Person,

    /// <summary>Its label bears a code that it should not have.</summary>
    Tag,

    /// <summary>Something said of it could not be so, and was replaced by the nearest thing that can.</summary>
    Facts,

    /// <summary>A clock was wrong, so a time may be.</summary>
    Clock,

    /// <summary>A photo was lost on the way.</summary>
    Photo,
}

/// <summary>
/// Something that the software could not settle by itself: it took what happened as a fact, and asks a supervisor to
/// look. Open until somebody says what they found.
/// </summary>
public sealed class SupervisorTask
{
    public const int NoteLength = 500;

    public required Guid Id { get; init; }
    public required TaskKind Kind { get; init; }
    public Guid? ItemId { get; init; }

    /// <summary>What to check, in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>Who did what led to it, and where.</summary>
    public required string StaffName { get; init; }

    public required string DeviceName { get; init; }
    public required DateTime RaisedAt { get; init; }
    public DateTime? SettledAt { get; init; }
    public Guid? SettledBy { get; init; }
    public string SettledByName { get; init; } = "";

    /// <summary>What whoever settled it found.</summary>
    public string Note { get; init; } = "";
}

public static class TaskExtensions
{
    /// <summary>Asks a supervisor to check something, in the transaction of what it is about.</summary>
    public static void RaiseTask(this LostFoundDb db, TaskKind kind, Guid? itemId, string words, Actor by, DateTime at)
    {
        db.Tasks.Add(new SupervisorTask
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)),
            Kind = kind,
            ItemId = itemId,
            Words = words,
            StaffName = by.StaffName,
            DeviceName = by.DeviceName,
            RaisedAt = at,
        });
        db.Announce(Topics.Board, at);
    }
}

public sealed class TaskTable : IEntityTypeConfiguration<SupervisorTask>
{
    public void Configure(EntityTypeBuilder<SupervisorTask> builder)
    {
        builder.ToTable("tasks");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.RaisedAt, "ix_tasks_open").HasFilter("\"SettledAt\" IS NULL");
        builder.HasOne<Item>().WithMany().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
