using System.Globalization;
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
        if (Chosen.Length == 0 && !NotSure)
            errors.Add(FirstField, "Choose at least one place, or say that you’re not sure");
        else if (Chosen.Length > ClaimLimits.MaxPlaces)
            errors.Add(FirstField, string.Create(CultureInfo.InvariantCulture, $"Choose at most {ClaimLimits.MaxPlaces} places: the likeliest ones"));
        else if (!Chosen.All(key => setting.Venue.Place(key) is not null))
            errors.Add(FirstField, "One of these places is not in our list any more: choose again");
        return answers => answers with { Where = new WhereAnswer(Chosen) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status)
    {
        var zones = setting.Venue.Zones
            .Select(zone => new ChoiceGroup(zone.Key, zone.Name, [.. zone.Places.Select(place => new Choice(place.Key, place.Name))]))
            .ToList();
        return Render.Page<WherePage>(new { Frame = frame, Form = this, Zones = zones }, status, noStore: true);
    }
}
