namespace LostFound.Web.Features.SecondContact;

/// <summary>A guest who came back, in the desk's short words.</summary>
public static class ReturnWording
{
    public static string Reason(ReturnVisit visit, GuestHistory history) =>
        $"{Reason(visit, history.Linked.FirstOrDefault(l => l.Id == visit.EarlierClaimId)?.Reference)}{(visit.Times > 1 ? $" They came {visit.Times} times." : "")}";

    public static string Reason(ReturnVisit visit, string? earlier) => visit.By switch
    {
        RecognisedBy.Claim => "They asked about their claim.",
        RecognisedBy.Phone => $"The same telephone number as claim {earlier}.",
        RecognisedBy.Email => $"The same e-mail address as claim {earlier}.",
        RecognisedBy.Staff => $"{visit.NotedBy} says that they are back.",
    };

    /// <summary>One line for desk and board: who does what.</summary>
    public static string Action(ReturnVisit visit, string? earlier)
    {
        var who = visit.SupervisorName.Length > 0 ? visit.SupervisorName : "A supervisor";
        return visit.Same == SameLoss.Unknown
            ? $"{who}: is it the same loss? {Reason(visit, earlier)}"
            : $"{who}: a guest is back about the same loss. {Reason(visit, earlier)}";
    }

    public static string Promises(GuestHistory history) => history switch
    {
        { Kept: 0, Broken: 0 } => "No promise was due yet",
        { Broken: 0 } => $"Promises kept: {history.Kept}",
        _ => $"Promises kept: {history.Kept}, broken: {history.Broken}",
    };

    public static string Questions(GuestHistory history) => history.Asked == 0 ? "Asked nothing" : $"Questions: {history.Asked}, answered: {history.Answered}";

    public static string Line(GuestHistory history) => (history.InLine, history.TimesBack) switch
    {
        (0, 0) => "Never in line",
        (var line, 0) => $"In line: {line}",
        var (line, back) => $"In line: {line}, back about it: {back}",
    };
}
