using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Shared.Http;

/// <summary>For operators: is the process up, and can it do its work.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", async (Store store) => await CanReadAsync(store)
            ? Results.Text("ready")
            : Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task<bool> CanReadAsync(Store store)
    {
        try
        {
            await store.ReadAsync(db => db.Changes.AnyAsync());
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
