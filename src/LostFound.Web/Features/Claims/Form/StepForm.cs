using LostFound.Web.Configuration;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>What a question is asked and checked against.</summary>
public sealed record StepSetting(VenueConfig Venue, DateTime NowUtc, Words Say);

/// <summary>What stands around a question on its page.</summary>
/// <param name="Errors">What is wrong with the answer just sent; null on a first look.</param>
/// <param name="BackAddress">Where the guest came from: the question before, or the look over all answers.</param>
/// <param name="TrapSprung">Something was typed into the box that people do not see.</param>
public sealed record StepFrame(ClaimStep Step, string BackAddress, FormErrors? Errors = null, bool TrapSprung = false);

/// <summary>One question: the fields as typed, how they are checked, and the page that shows them.</summary>
public interface IStepForm<TSelf> where TSelf : IStepForm<TSelf>
{
    static abstract ClaimStep Step { get; }

    /// <summary>The id of the question's first control, for errors that concern the whole page.</summary>
    static abstract string FirstField { get; }

    /// <summary>The fields exactly as they were sent.</summary>
    static abstract TSelf Typed(PostedForm form);

    /// <summary>The fields as they stand when the question is opened: the answer given before, or a sensible start.</summary>
    static abstract TSelf Standing(ClaimAnswers answers, StepSetting setting);

    /// <summary>Checks the fields; says in <paramref name="errors"/> what is wrong, else gives a way to take them in.</summary>
    Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors);

    IResult Show(StepFrame frame, StepSetting setting, int status);
}
