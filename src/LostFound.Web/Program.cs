var builder = WebApplication.CreateBuilder(args);
// Outside Development too: `dotnet run` serves the build output, where compressed assets live beside the project.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorComponents();
var app = builder.Build();
app.MapStaticAssets();
app.MapGet("/health/live", () => "ok");
await app.RunAsync();

public partial class Program;
