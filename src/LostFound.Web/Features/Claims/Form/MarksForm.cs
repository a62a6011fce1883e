using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 4: what only the owner would know.</summary>
public sealed record MarksForm(string Text) : IStepForm<MarksForm>
{
    public const string Field = "marks";

    public static ClaimStep Step => ClaimStep.Marks;

    public static string FirstField => Field;

    public static MarksForm Typed(PostedForm form) => new(form.Text(Field));

    public static MarksForm Standing(ClaimAnswers answers, StepSetting setting) => new(answers.Marks?.Text ?? "");

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        var text = GuestText.Clean(Text);
        if (text.Length > ClaimLimits.MaxMarks)
            errors.Add(Field, say["status.answer-too-long", ("n", ClaimLimits.MaxMarks), ("length", text.Length)]);
        return answers => answers with { Marks = new MarksAnswer(text) };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status) =>
        Render.Page<MarksPage>(new { Frame = frame, Form = this }, status, noStore: true);
}
