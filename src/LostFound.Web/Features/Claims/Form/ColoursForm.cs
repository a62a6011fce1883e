using LostFound.Web.Configuration.Files;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 2: which colours.</summary>
public sealed record ColoursForm(string[] Chosen, bool NotSure) : IStepForm<ColoursForm>
{
    public const string Field = "colours";
    public const string NotSureField = "colours-not-sure";

    public static ClaimStep Step => ClaimStep.Colours;

    public static string FirstField => Field;

    public static ColoursForm Typed(PostedForm form) => new(form.Many(Field), form.Text(NotSureField).Length > 0);

    public static ColoursForm Standing(ClaimAnswers answers, StepSetting setting) =>
        new(answers.Colours?.Keys ?? [], answers.Colours is { Keys.Length: 0 });

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        if (Chosen.Length == 0 && !NotSure)
            errors.Add(Field, say["claim.colours-missing"]);
        else if (Chosen.Length > ClaimLimits.MaxColours)
            errors.Add(Field, say["claim.colours-too-many", ("n", ClaimLimits.MaxColours)]);
        else if (!Chosen.All(key => setting.Venue.Colour(key) is not null))
            errors.Add(Field, say["claim.colours-unknown"]);
        // Whoever is unsure and still names a colour has told us something.
        return answers => answers with { Colours = new ColoursAnswer(Chosen) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status)
    {
        var colours = setting.Venue.Colours.Select(c => new Choice(c.Key, c.NameIn(setting.Say))).ToList();
        return Render.Page<ColoursPage>(new { Frame = frame, Form = this, Choices = colours }, status, noStore: true);
    }
}
