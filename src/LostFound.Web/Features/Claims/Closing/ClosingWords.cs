using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>Closing in the desk's words.</summary>
public static class ClosingWords
{
    public static string How(SentHow how) => how switch
    {
        SentHow.Post => "By post",
        SentHow.Courier => "By courier",
        SentHow.Transfer => "With somebody who takes it to them",
    };

    public static IReadOnlyList<Choice> Ways { get; } = [.. Enum.GetValues<SentHow>().Select(how => new Choice(how.ToString(), How(how)) { Icon = Icon(how) })];

    private static string Icon(SentHow how) => how switch
    {
        SentHow.Post => "send",
        SentHow.Courier => "package",
        SentHow.Transfer => "user",
    };
}
