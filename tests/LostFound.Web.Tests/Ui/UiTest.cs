using Bunit;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Icons;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Ui;

/// <summary>Renders one component with the icons the build made.</summary>
public abstract class UiTest : BunitContext
{
    protected UiTest() => Services.AddLanguages().AddSingleton(new IconSprite(() => ["🎒"]));
}
