namespace LostFound.Web.Features.SecondContact;

/// <summary>A guest who comes back about the same loss is an emergency: recognised, put first, spoken with by a person.</summary>
public static class SecondContactFeature
{
    public static IServiceCollection AddSecondContact(this IServiceCollection services)
    {
        services.AddSingleton<ReturnVisits>();
        services.AddSingleton<NoteReturn>();
        services.AddSingleton<AnswerSameLoss>();
        return services;
    }

    public static IEndpointRouteBuilder MapSecondContact(this IEndpointRouteBuilder app)
    {
        ReturnPages.Map(app);
        return app;
    }
}
