using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>Question 7: whom to reach, and how.</summary>
public sealed record ContactForm(string Name, string Email, string Phone) : IStepForm<ContactForm>
{
    public const string NameField = "name";
    public const string EmailField = "email";
    public const string PhoneField = "phone";

    public static ClaimStep Step => ClaimStep.Contact;

    public static string FirstField => NameField;

    public static ContactForm Typed(PostedForm form) => new(form.Text(NameField), form.Text(EmailField), form.Text(PhoneField));

    public static ContactForm Standing(ClaimAnswers answers, StepSetting setting) =>
        new(answers.Contact?.Name ?? "", answers.Contact?.Email ?? "", answers.Contact?.Phone ?? "");

    public Func<ClaimAnswers, ClaimAnswers> Check(StepSetting setting, FormErrors errors)
    {
        var say = setting.Say;
        var contact = new Contact(GuestText.CleanLine(Name), GuestText.CleanLine(Email), GuestText.CleanLine(Phone));
        if (contact.Name.Length == 0)
            errors.Add(NameField, say["claim.name-missing"]);
        else if (contact.Name.Length > ClaimLimits.MaxName)
            errors.Add(NameField, say["claim.name-too-long", ("n", ClaimLimits.MaxName), ("length", contact.Name.Length)]);
        if (contact.Email.Length == 0 && contact.Phone.Length == 0)
            errors.Add(EmailField, say["claim.email-or-phone"]);
        if (contact.Email.Length > 0 && !IsPlausibleEmail(contact.Email))
            errors.Add(EmailField, say["claim.email-wrong"]);
        if (contact.Phone.Length > 0 && !IsPlausiblePhone(contact.Phone))
            errors.Add(PhoneField, say["claim.phone-wrong"]);
        return answers => answers with { Contact = contact };
    }

    public IResult Show(StepFrame frame, StepSetting setting, int status) =>
        Render.Page<ContactPage>(new { Frame = frame, Form = this }, status, noStore: true);

    /// <summary>Only what is surely a slip is refused: whether an address exists shows when it is written to.</summary>
    private static bool IsPlausibleEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var host = email[(at + 1)..];
        return email.Length <= ClaimLimits.MaxEmail && at > 0 && !host.Contains('@', StringComparison.Ordinal)
            && !email.Any(char.IsWhiteSpace) && host.IndexOf('.', StringComparison.Ordinal) > 0 && !host.EndsWith('.') && !host.Contains("..", StringComparison.Ordinal);
    }

    private static bool IsPlausiblePhone(string phone) =>
        phone.Length <= ClaimLimits.MaxPhone
        && phone.Count(char.IsDigit) is >= ClaimLimits.MinPhoneDigits and <= ClaimLimits.MaxPhoneDigits
        && phone.All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || "+-()./".Contains(c, StringComparison.Ordinal));
}
