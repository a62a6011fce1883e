using System.Globalization;
using System.Text;

namespace LostFound.Web.Demo;

/// <summary>Invented guests.</summary>
internal static class DemoGuests
{
    public static readonly string[] Names =
    [
        "Alice Moreau", "Ben Okafor", "Chiara Conti", "Daniel Weiss", "Emma Janssen", "Farid Haddad", "Grace Lim", "Hugo Martins",
        "Ingrid Solberg", "Jamal Carter", "Keiko Tanaka", "Liam Byrne", "Mei Chen", "Nadia Petrova", "Oscar Ruiz", "Priya Nair",
        "Quinn Taylor", "Rosa Delgado", "Sana Malik", "Tomás Silva", "Uma Patel", "Viktor Novak", "Wendy Brooks", "Yusuf Demir", "Zoe Laurent",
    ];

    /// <summary>In the domain that is reserved for examples: no letter ever arrives anywhere.</summary>
    /// <param name="number">Differs for each claim: the same address twice would be a guest who had to come back.</param>
    public static string Email(string name, int number) => string.Concat(
        name.ToLowerInvariant().Replace(' ', '.').Normalize(NormalizationForm.FormD).Where(char.IsAscii)) + string.Create(CultureInfo.InvariantCulture, $".{number}@example.org");
}
