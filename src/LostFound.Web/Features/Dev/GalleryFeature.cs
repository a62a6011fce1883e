using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui.Pages;

namespace LostFound.Web.Features.Dev;

/// <summary>
/// Every component in every state, for whoever builds a page and for the tests that look at pictures.
/// Mapped in Development only: it is no part of the product.
/// </summary>
public static class GalleryFeature
{
    public static IEndpointRouteBuilder MapGallery(this IEndpointRouteBuilder app, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return app;
        var gallery = app.MapGroup("/dev/gallery");
        gallery.MapGet("/", (string? dir, string? theme) => Render.Page<GalleryPage>(new { Dir = dir ?? "ltr", Theme = theme }));
        gallery.MapGet("/claim", (string? dir, string? theme) => Render.Page<GalleryClaim>(new { Dir = dir ?? "ltr", Theme = theme }));
        gallery.MapGet("/desk", (string? dir, string? theme) => Render.Page<GalleryDesk>(new { Dir = dir ?? "ltr", Theme = theme }));
        gallery.MapGet("/kiosk", (string? dir, string? theme) => Render.Page<GalleryKiosk>(new { Dir = dir ?? "ltr", Theme = theme }));
        gallery.MapGet("/board", (string? dir, string? theme) => Render.Page<GalleryBoard>(new { Dir = dir ?? "ltr", Theme = theme }));
        gallery.MapGet("/sign-in", () => Render.Page<GallerySignIn>());
        gallery.MapGet("/not-found", () => Render.Page<NotFoundPage>(status: StatusCodes.Status404NotFound));
        gallery.MapGet("/error", () => Render.Page<ErrorPage>(new { Reference = "0HN7-4C2F" }, StatusCodes.Status500InternalServerError));
        gallery.MapGet("/refused", () => Render.Page<RefusedPage>(new
        {
            Title = "This link has done its work",
            Message = "Your backpack was handed to you on 21 November, so we have closed the claim and deleted what we knew about you.",
            WhatNext = "If something else is missing, we are glad to look for that too.",
        }));
        return app;
    }
}
