namespace LostFound.Web.Features.Claims.Form;

/// <summary>The form's pages in their order: seven questions, then a look over all answers.</summary>
public enum ClaimStep { What, Colours, Description, Marks, Where, When, Contact, Check }

public static class ClaimSteps
{
    public const int Questions = (int)ClaimStep.Check;

    public static string Address(this ClaimStep step) => step switch
    {
        ClaimStep.What => "/claim/what",
        ClaimStep.Colours => "/claim/colours",
        ClaimStep.Description => "/claim/description",
        ClaimStep.Marks => "/claim/marks",
        ClaimStep.Where => "/claim/where",
        ClaimStep.When => "/claim/when",
        ClaimStep.Contact => "/claim/contact",
        ClaimStep.Check => "/claim/check",
    };

    public static int Number(this ClaimStep step) => (int)step + 1;

    /// <summary>The question before; from the first one, the start page.</summary>
    public static string AddressBefore(this ClaimStep step) => step == ClaimStep.What ? "/" : (step - 1).Address();
}
