using System.Collections;

namespace LostFound.Web.Shared.Ui.Forms;

/// <summary>What is wrong with a posted form, in the order of its questions. Field is the control's id on the page.</summary>
public sealed class FormErrors : IReadOnlyList<FormError>
{
    private readonly List<FormError> errors = [];

    public bool Any => errors.Count > 0;

    public int Count => errors.Count;

    public FormError this[int index] => errors[index];

    /// <summary>Adds a message; the form's own code, not the reader, decides the order.</summary>
    public FormErrors Add(string field, string message)
    {
        errors.Add(new FormError(field, message));
        return this;
    }

    /// <summary>The first message for a field, to show beside it; null if that field is fine.</summary>
    public string? For(string field)
        => errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Message;

    public IEnumerator<FormError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed record FormError(string Field, string Message);
