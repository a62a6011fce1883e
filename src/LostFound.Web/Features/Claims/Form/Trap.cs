using LostFound.Web.Languages;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>
/// A box that people do not see and programs fill in. Whoever fills it is told so, never fooled: a browser that
/// fills in forms by itself must not lose its guest's claim.
/// </summary>
public static class Trap
{
    public const string Field = "company";

    public static bool IsSprung(PostedForm form) => form.Text(Field).Length > 0;

    public static void Explain(FormErrors errors, Words say) =>
        errors.Add(Field, say["claim.trap-sprung"]);
}
