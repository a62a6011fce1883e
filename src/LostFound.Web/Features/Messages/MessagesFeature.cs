namespace LostFound.Web.Features.Messages;

/// <summary>What a guest and staff write to each other about one claim, and the proof questions with their answers.</summary>
public static class MessagesFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<ReadTalk>();
        services.AddScoped<TakePictures>();
        services.AddScoped<WriteAsGuest>();
        services.AddScoped<WriteToGuest>();
        services.AddScoped<MarkRead>();
        services.AddScoped<JudgeAnswer>();
        return services;
    }

    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder app)
    {
        MessagePages.Map(app);
        JudgeAnswer.Map(app);
        return app;
    }
}
