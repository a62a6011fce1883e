using System.Reflection;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

/// <summary>What a guest must not see has no room in what guest pages are given.</summary>
public sealed class GuestViewTests
{
    private static readonly Type[] Forbidden = [typeof(Item), typeof(ItemPhoto), typeof(CustodyEvent), typeof(Candidate)];
    private static readonly string[] ForbiddenWords = ["photo", "score", "probability", "candidate", "bits"];

    public static TheoryData<Type> GuestComponents =>
    [
        .. typeof(ClaimPage).Assembly.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type)
            && (type.Namespace == typeof(ClaimPage).Namespace || type.Namespace == typeof(StepPage).Namespace)),
    ];

    [Theory]
    [MemberData(nameof(GuestComponents))]
    public void No_guest_page_can_be_given_anything_of_an_item(Type component) => Assert.Empty(Breaches(component));

    [Theory]
    [InlineData(typeof(PageGivenAnItem))]
    [InlineData(typeof(PageGivenCandidatesDeepInside))]
    [InlineData(typeof(PageGivenAScore))]
    public void A_planted_breach_is_found(Type component) => Assert.NotEmpty(Breaches(component));

    private static List<string> Breaches(Type component)
    {
        var found = new List<string>();
        var parameters = component.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.IsDefined(typeof(ParameterAttribute)));
        Walk(parameters, component.Name, found, []);
        return found;
    }

    private static void Walk(IEnumerable<PropertyInfo> properties, string path, List<string> found, HashSet<Type> seen)
    {
        foreach (var property in properties)
        {
            var here = $"{path}.{property.Name}";
            if (ForbiddenWords.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                found.Add(here);
            foreach (var type in Parts(property.PropertyType))
            {
                if (Forbidden.Contains(type))
                    found.Add($"{here}: {type.Name}");
                else if (type.Namespace?.StartsWith("LostFound", StringComparison.Ordinal) is true && !type.IsEnum && seen.Add(type))
                    Walk(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), here, found, seen);
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private sealed class PageGivenAnItem : ComponentBase
    {
        [Parameter] public Item? Found { get; set; }
    }

    private sealed class PageGivenCandidatesDeepInside : ComponentBase
    {
        [Parameter] public IReadOnlyList<Row> Rows { get; set; } = [];

        public sealed record Row(string Words, IReadOnlyList<Candidate> Reasons);
    }

    private sealed class PageGivenAScore : ComponentBase
    {
        [Parameter] public Likely? View { get; set; }

        public sealed record Likely(double MatchScore);
    }
}
