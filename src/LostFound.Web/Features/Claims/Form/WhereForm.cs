using LostFound.Web.Configuration.Files;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 5: where it may have been lost.</summary>
public sealed record WhereForm(string[] Chosen, bool NotSure) : IStepForm<WhereForm>
{
    public const string Field = "places";
    public const string NotSureField = "places-not-sure";

    public static ClaimStep Step => ClaimStep.Where;

    public static string FirstField => NotSureField;

    public static WhereForm Typed(PostedForm form) => new(form.Many(Field), form.Text(NotSureField).Length > 0);

    public static WhereForm Standing(ClaimAnswers answers, StepSetting setting) =>
        new(answers.Where?.Places ?? [], answers.Where is { Places.Length: 0 });

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        if (Chosen.Length == 0 && !NotSure)
            errors.Add(FirstField, say["claim.where-missing"]);
        else if (Chosen.Length > ClaimLimits.MaxPlaces)
            errors.Add(FirstField, say["claim.where-too-many", ("n", ClaimLimits.MaxPlaces)]);
        else if (!Chosen.All(key => setting.Venue.Place(key) is not null))
            errors.Add(FirstField, say["claim.where-unknown"]);
        return answers => answers with { Where = new WhereAnswer(Chosen) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status)
    {
        var zones = setting.Venue.Zones
            .Select(zone => new ChoiceGroup(zone.Key, zone.NameIn(setting.Say), [.. zone.Places.Select(place => new Choice(place.Key, place.NameIn(setting.Say)))]))
            .ToList();
        return Render.Page<WherePage>(new { Frame = frame, Form = this, Zones = zones }, status, noStore: true);
    }
}
