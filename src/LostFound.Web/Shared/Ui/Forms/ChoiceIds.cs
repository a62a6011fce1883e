using System.Globalization;

namespace LostFound.Web.Shared.Ui.Forms;

internal static class ChoiceIds
{
    /// <summary>The first answer carries the field's own id, so that the error summary's link lands on something focusable.</summary>
    public static string At(string field, int index) => index == 0 ? field : string.Create(CultureInfo.InvariantCulture, $"{field}-{index + 1}");

    public static bool Contains(IReadOnlyCollection<string>? values, string value)
        => values?.Contains(value, StringComparer.Ordinal) is true;
}
