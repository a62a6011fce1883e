using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>What a guest has answered so far. Null: not asked yet; empty inside: "I'm not sure".</summary>
public sealed record ClaimAnswers
{
    public WhatAnswer? What { get; init; }
    public ColoursAnswer? Colours { get; init; }
    public DescriptionAnswer? Description { get; init; }
    public MarksAnswer? Marks { get; init; }
    public WhereAnswer? Where { get; init; }
    public WhenAnswer? When { get; init; }
    public Contact? Contact { get; init; }

    /// <summary>
    /// The first question without an answer that stands; <see cref="ClaimStep.Check"/> when all have one. A
    /// category, colour or place that the venue took away meanwhile is asked for again.
    /// </summary>
    public ClaimStep FirstMissing(VenueConfig venue)
    {
        if (What is null || (What.Category is { } category && venue.Category(category) is null))
            return ClaimStep.What;
        if (Colours is null || !Colours.Keys.All(key => venue.Colour(key) is not null))
            return ClaimStep.Colours;
        if (Description is null)
            return ClaimStep.Description;
        if (Marks is null)
            return ClaimStep.Marks;
        if (Where is null || !Where.Places.All(key => venue.Place(key) is not null))
            return ClaimStep.Where;
        if (When is null)
            return ClaimStep.When;
        return Contact is null ? ClaimStep.Contact : ClaimStep.Check;
    }
}

public sealed record WhatAnswer(string? Category);

public sealed record ColoursAnswer(string[] Keys);

public sealed record DescriptionAnswer(string Text, string Brand);

public sealed record MarksAnswer(string Text);

public sealed record WhereAnswer(string[] Places);

/// <summary>Both in UTC; both null when the guest is not sure.</summary>
public sealed record WhenAnswer(DateTime? From, DateTime? To);
