using LostFound.Web.Configuration.Files;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 1: what kind of thing.</summary>
public sealed record WhatForm(string Chosen) : IStepForm<WhatForm>
{
    public const string Field = "what";

    /// <summary>Posted by "I'm not sure"; configuration keys have no spaces or apostrophes, so none can be the same.</summary>
    public const string NotSure = "not sure";

    public static ClaimStep Step => ClaimStep.What;

    public static string FirstField => Field;

    public static WhatForm Typed(PostedForm form) => new(form.Text(Field));

    public static WhatForm Standing(ClaimAnswers answers, StepSetting setting) =>
        new(answers.What is { } given ? given.Category ?? NotSure : "");

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        if (Chosen.Length == 0)
            errors.Add(Field, say["claim.what-missing"]);
        else if (Chosen != NotSure && setting.Venue.Category(Chosen) is null)
            errors.Add(Field, say["claim.what-unknown"]);
        return answers => answers with { What = new WhatAnswer(Chosen == NotSure ? null : Chosen) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status)
    {
        var groups = setting.Venue.Groups
            .Select(group => new ChoiceGroup(group.Key, group.NameIn(setting.Say), [.. setting.Venue.CategoriesIn(group.Key).Select(c => new Choice(c.Key, c.NameIn(setting.Say)) { Emoji = c.Emoji })]))
            .Where(group => group.Choices.Count > 0).ToList();
        return Render.Page<WhatPage>(new { Frame = frame, Form = this, Groups = groups }, status, noStore: true);
    }
}
