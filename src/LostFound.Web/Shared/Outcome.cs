using LostFound.Web.Languages;

namespace LostFound.Web.Shared;

/// <summary>Why something a person asked for was not done. A value, never an exception: exceptions are for bugs.</summary>
/// <param name="Kind">What sort of refusal; decides the HTTP status.</param>
/// <param name="Message">Plain words for the person who asked, ending in what they can do.</param>
/// <param name="Field">The form field it concerns, when it concerns one.</param>
public sealed record Refusal(RefusalKind Kind, string Message, string? Field = null)
{
    /// <summary>The key of the same words for guests (Languages/), for a refusal that is made before anybody knows who reads it.</summary>
    public string? Key { get; init; }

    public string In(Words words) => Key is null ? Message : words[Key];
}

public enum RefusalKind { Invalid, NotFound, Conflict, Forbidden, TooLarge, TooMany, Unavailable }

/// <summary>The result of a use case: a value, or the refusal that says why not.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;
    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>The value. Asking a refused outcome for it is a bug.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"Refused: {Refusal.Message}");

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
