using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Handover;

/// <summary>The handover form exactly as it was sent, right or wrong, over both of its steps.</summary>
public sealed record HandoverForm
{
    public const string NameField = "name";
    public const string ProofField = "proof";
    public const string NoteField = "note";
    public const string TicketField = "ticket";
    public const string RequestField = "request";

    /// <summary>The number of the seal that is whole, or <see cref="SealBroken"/>.</summary>
    public const string SealField = "seal";

    /// <summary>In small letters, as no seal's number is.</summary>
    public const string SealBroken = "broken";

    public string Name { get; init; } = "";
    public string Proof { get; init; } = "";
    public string Note { get; init; } = "";
    public string Seal { get; init; } = "";
    public string Ticket { get; init; } = "";
    public string Request { get; init; } = "";
    public string Drawn { get; init; } = "";
    public string Typed { get; init; } = "";

    public static HandoverForm Read(PostedForm form) => new()
    {
        Name = form.Text(NameField),
        Proof = form.Text(ProofField),
        Note = form.Text(NoteField),
        Seal = form.Text(SealField),
        Ticket = form.Text(TicketField),
        Request = form.Text(RequestField),
        Drawn = form.Text(Signature.DrawnField),
        Typed = form.Text(Signature.TypedField),
    };
}

/// <summary>Who receives and how they showed that it is theirs, checked.</summary>
/// <param name="Seal">The number of the seal that was found whole; empty for an item without one.</param>
public sealed record HandoverDetails(string Name, ProofKind Proof, string Note, string Seal = "")
{
    /// <summary>Null when something is wrong, and then <paramref name="errors"/> says what.</summary>
    /// <param name="seal">The number that must be found whole; null for an item without a seal.</param>
    public static HandoverDetails? Check(HandoverForm form, bool hasClaim, string? seal, FormErrors errors)
    {
        // One line with single spaces: the name stands inside a sentence that is signed.
        var name = string.Join(' ', form.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var note = form.Note.Trim();
        if (name.Length == 0)
            errors.Add(HandoverForm.NameField, "Enter the name of the person who receives it");
        else if (name.Length > HandoverLimits.Name)
            errors.Add(HandoverForm.NameField, $"The name can have {HandoverLimits.Name} characters, and this has {name.Length}");
        else if (name.Any(char.IsControl))
            errors.Add(HandoverForm.NameField, "The name holds a character that cannot be printed: type it anew");
        // By name only: the framework would also take a number for a kind.
        var proof = Array.Find(Enum.GetValues<ProofKind>(), kind => kind.ToString() == form.Proof);
        if (proof.ToString() != form.Proof)
            errors.Add(HandoverForm.ProofField, "Choose how they showed that it is theirs");
        if (note.Length == 0 && !hasClaim)
            errors.Add(HandoverForm.NoteField, "Without a claim, write down what convinced you");
        else if (note.Length > HandoverLimits.ProofNote)
            errors.Add(HandoverForm.NoteField, $"The note can have {HandoverLimits.ProofNote} characters, and this has {note.Length}");
        if (seal is not null && form.Seal != seal)
            errors.Add(HandoverForm.SealField, $"Look at the seal: say whether it is {seal} and whole");
        return errors.Any ? null : new HandoverDetails(name, proof, note, seal ?? "");
    }
}
