using LostFound.Web.Features.Dev;
using LostFound.Web.Features.Home;
using LostFound.Web.Shared.Ui;

var builder = WebApplication.CreateBuilder(args);
// Outside Development too: `dotnet run` serves the build output, where compressed assets live beside the project.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddUi(_ => []);
var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapUi();
app.MapHome();
app.MapGallery(app.Environment);
app.MapGet("/health/live", () => "ok");
await app.RunAsync();

public partial class Program;
