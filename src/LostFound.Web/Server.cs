using System.IO.Compression;
using System.Net;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Demo;
using LostFound.Web.Features.Board;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Desk;
using LostFound.Web.Features.Dev;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Home;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Queue.Counters;
using LostFound.Web.Features.Queue.Display;
using LostFound.Web.Features.Queue.Outlook;
using LostFound.Web.Features.Retention;
using LostFound.Web.Features.Review;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Sync;
using LostFound.Web.Features.Tags;
using LostFound.Web.Features.Tasks;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Photos;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace LostFound.Web;

/// <summary>The web server: what it is made of, and in which order a request passes through it.</summary>
public static class Server
{
    public static async Task<int> RunAsync(string[] args, bool demo)
    {
        await using var app = Build(args, demo: demo);
        if (app is null)
            return ConfigStore.ExitCode;
        // Filled before the first request, and before the workers look.
        var welcome = demo ? await DemoStart.PrepareAsync(app.Services, Console.Out, app.Lifetime.ApplicationStopping) : null;
        await app.StartAsync();
        if (welcome is not null)
            welcome.Print(app.Urls, Console.Out);
        else
            await Console.Out.WriteLineAsync($"LostFound listens on {string.Join(", ", app.Urls)}");
        await SetUpLink.PrintIfEmptyAsync(app, Console.Out);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>
    /// Builds the server without starting it; tests replace the clock in <paramref name="configure"/>. Null when
    /// the venue's configuration or the data folder is unusable: why stands on the error stream by then.
    /// </summary>
    public static WebApplication? Build(string[] args, Action<WebApplicationBuilder>? configure = null, bool demo = false)
    {
        // Its own files lie beside the program, wherever it is started from; only what a person names counts from there.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Outside Development too: `dotnet run` serves the build output, where compressed assets live beside the project.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var folder = ConfigFolder.Find(builder.Configuration);
        if (ConfigStore.LoadOrExplain(folder, Console.Error) is not { } config)
            return null;
        var settings = ServerSettings.Read(builder.Configuration, besideFolder: Path.GetDirectoryName(folder)!, demo);
        if (TakeDataFolder(settings, Console.Error) is not { } taken)
            return null;
        AddCore(builder, settings, config);
        // By a factory, so that the container disposes it with the server.
        builder.Services.AddSingleton(_ => taken);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<DataFolderLock>();
        UsePipeline(app);
        MapFeatures(app);
        return app;
    }

    private static DataFolderLock? TakeDataFolder(ServerSettings settings, TextWriter error)
    {
        if (settings.Problem is { } problem)
        {
            error.WriteLine($"LostFound cannot start: {problem}");
            return null;
        }
        Directory.CreateDirectory(settings.DataFolder);
        var taken = DataFolderLock.TryTake(settings.DataFolder);
        if (taken is null)
            error.WriteLine($"LostFound cannot start: another LostFound is running on {settings.DataFolder}. Stop it, or give this one a folder of its own with --LostFound:DataFolder.");
        return taken;
    }

    private static void AddCore(WebApplicationBuilder builder, ServerSettings settings, ConfigStore config)
    {
        SchemaUpgrade.Apply(settings.ConnectionString);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.Store);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Secrets.LoadOrCreate(settings.DataFolder));
        services.AddSingleton<Store>();
        services.AddSingleton<ChangeBell>();
        services.AddSingleton(new ChangeFeed());
        services.AddHostedService<ChangePump>();
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 4 * 1024);

        services.AddVenueConfiguration(config);
        services.AddScoped<IPageContext, RequestPageContext>();
        services.AddUi(_ => config.Current.Categories.Select(c => c.Emoji));
        services.AddPhotos(settings.DataFolder);
        AddFeatures(services);
        services.AddNotifications(builder.Configuration);
        services.AddRateLimits();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "lostfound-form";
            // Guests may come by plain http where a venue allows it; over https the cookie never leaves it.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("LostFound");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new DataProtectionKeys(provider.GetRequiredService<Store>())));
        services.AddAuthentication(StaffPrincipal.Scheme).AddCookie(StaffPrincipal.Scheme, options => StaffCookie.Configure(options, config.Current.Venue.Staff));
        Policies.AddTo(services.AddAuthorizationBuilder());
        services.AddResponseCompression(options =>
        {
            // Safe over HTTPS here: no page both reflects what an attacker sends and holds a fixed secret
            // (antiforgery tokens are masked anew each time).
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        // A crowded park's network costs a guest more than a millisecond costs us: a quarter less than at the default level.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, builder.Configuration));
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.AddStaff();
        services.AddItems();
        services.AddSingleton<LeaseTags>();
        services.AddSync();
        services.AddTasks();
        services.AddClaims();
        services.AddMessages();
        services.AddPromises();
        services.AddNotices();
        services.AddSecondContact();
        services.AddFeedback();
        services.AddReview();
        services.AddMatching();
        services.AddDesk();
        services.AddHandover();
        services.AddScanning();
        services.AddRetention();
        services.AddValuables();
        services.AddQueue();
        services.AddCounters();
        services.AddDisplay();
        services.AddLineOutlook();
        services.AddBoard();
        services.AddDemo();
    }

    private static void MapFeatures(WebApplication app)
    {
        app.MapStaticAssets();
        app.MapHealth();
        app.MapUi();
        app.MapVenueConfiguration();
        // Photos of found items are for staff only.
        app.MapPhotos().RequireAuthorization(Policies.Agent);
        app.MapHub<LiveHub>("/hubs/live");
        app.MapLanguages();
        app.MapHome();
        app.MapStaff();
        app.MapItems();
        app.MapSync();
        app.MapPromises();
        app.MapNotices();
        app.MapSecondContact();
        app.MapTasks();
        app.MapClaims();
        app.MapFeedback();
        app.MapReview();
        app.MapNotifications();
        app.MapMessages();
        app.MapDesk();
        app.MapHandover();
        app.MapScanning();
        app.MapRetention();
        app.MapValuables();
        app.MapQueue();
        app.MapCounters();
        app.MapDisplay();
        app.MapLineOutlook();
        app.MapBoard();
        app.MapGallery(app.Environment);
    }

    /// <summary>Only a proxy named in LostFound:TrustedProxies (addresses, comma-separated) may say who the client is.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var entry in (configuration["LostFound:TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(entry, out var network))
                options.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(entry, out var address))
                options.KnownProxies.Add(address);
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseErrorPages();
        app.UseRouting();
        app.UseSecurityHeaders();
        app.UseLanguageChoice();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseStaffPrivacy();
        app.UseAuthorization();
    }
}
