using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 3: what it looks like, in the guest's own words.</summary>
public sealed record DescriptionForm(string Text, string Brand) : IStepForm<DescriptionForm>
{
    public const string Field = "description";
    public const string BrandField = "brand";

    public static ClaimStep Step => ClaimStep.Description;

    public static string FirstField => Field;

    public static DescriptionForm Typed(PostedForm form) => new(form.Text(Field), form.Text(BrandField));

    public static DescriptionForm Standing(ClaimAnswers answers, StepSetting setting) =>
        new(answers.Description?.Text ?? "", answers.Description?.Brand ?? "");

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        var (text, brand) = (GuestText.Clean(Text), GuestText.CleanLine(Brand));
        if (text.Length == 0)
            errors.Add(Field, say["claim.description-missing"]);
        else if (text.Length < ClaimLimits.MinDescription)
            errors.Add(Field, say["claim.description-short"]);
        else if (text.Length > ClaimLimits.MaxDescription)
            errors.Add(Field, say["claim.description-too-long", ("n", ClaimLimits.MaxDescription), ("length", text.Length)]);
        if (brand.Length > ClaimLimits.MaxBrand)
            errors.Add(BrandField, say["claim.brand-too-long", ("n", ClaimLimits.MaxBrand), ("length", brand.Length)]);
        return answers => answers with { Description = new DescriptionAnswer(text, brand) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status) =>
        Render.Page<DescriptionPage>(new { Frame = frame, Form = this }, status, noStore: true);
}
