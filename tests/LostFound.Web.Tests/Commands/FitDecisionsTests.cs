using System.Globalization;
using System.Text.Json;
using LostFound.Matching.Fitting;
using LostFound.Web.Commands;
using LostFound.Web.Commands.Match;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Configuration;
using LostFound.Web.Tests.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Tests.Commands;

/// <summary>Fitting to what staff decided: claims and items in a database, compared by the worker, decided on as staff do.</summary>
public sealed class FitDecisionsTests
{
    private const int Matched = 70;
    private const int Unmatched = 40;
    private static readonly Actor Maya = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Desk 1", "main");

    private readonly Dictionary<Guid, Guid> truth = [];

    [Fact]
    public async Task Decisions_mend_spoilt_weights_and_the_worker_uses_the_new_ones()
    {
        await using var server = await TestServer.StartAsync();
        await FillAsync(server);
        var (confirmed, rejected) = await DecideAsync(server);
        Assert.True(confirmed >= FittingTrial.FewestMatches + 5 && rejected > 5, $"{confirmed} confirmed, {rejected} rejected");
        using var venue = Spoilt.Venue();

        var (code, output, error) = await FitAsync(server, "--config", venue.Path, "--write");

        Assert.Equal((CommandData.Done, ""), (code, error));
        Assert.Contains($": {confirmed} with their item, ", output, StringComparison.Ordinal);
        var fitted = VenueFolder.Good(venue.Load()).Matching;
        Assert.Equal((confirmed, rejected, "1"), (fitted.Fitted!.Matched, fitted.Fitted.RuledOut, fitted.Fitted.From));
        Assert.Equal(0, BatchFolder.Run(CheckConfig.Create(), venue.Path).Code);
        await using var after = await TestServer.StartAsync(null, "--LostFound:ConfigFolder", venue.Path);
        var (claim, item) = await after.AddPairAsync();
        var candidate = await after.CandidateAsync(claim.Id, item.Id);
        Assert.Equal(fitted.ModelVersion, candidate.ModelVersion);
        Assert.Contains(ContributionsJson.Read(candidate.Contributions), part => part.Comparison == "kind" && part.Bits > 0);
    }

    [Fact]
    public async Task What_was_handed_over_is_as_true_as_what_was_confirmed_and_a_rejection_rules_out_one_item()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var other = await server.AddClaimAsync(description: "A navy backpack");
        await server.MatchAsync();
        await RejectAsync(server, await server.CandidateAsync(other.Id, item.Id));
        await server.Store.WriteAsync(db => db.Items.Where(i => i.Id == item.Id).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Status, ItemStatus.HandedOver).SetProperty(i => i.ClaimId, claim.Id)), default);

        var input = await FitInput.OfVenueAsync(server.Store, VenueFolder.ShippedConfig(), VenueFolder.Shipped);

        Assert.Equal((1, 1, 1.0), (input.Decisions.Matched, input.Decisions.RuledOut, input.Decisions.MatchShare));
        var won = Assert.Single(input.Decisions.Claims, decided => decided.Claim.Id == MatchInput.Key(claim.Id));
        Assert.Equal((MatchInput.Key(item.Id), null), (won.ItemId, won.RuledOut));
        var lost = Assert.Single(input.Decisions.Claims, decided => decided.Claim.Id == MatchInput.Key(other.Id));
        Assert.Null(lost.ItemId);
        Assert.Equal([MatchInput.Key(item.Id)], lost.RuledOut);
    }

    [Fact]
    public async Task A_venue_with_few_decisions_keeps_its_weights()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPairAsync();
        using var venue = Spoilt.Venue();
        var before = await File.ReadAllTextAsync(venue["matching.json"]);

        var (code, _, error) = await FitAsync(server, "--config", venue.Path, "--write");

        Assert.Equal(CommandData.Refused, code);
        Assert.Contains("Too few decisions: 0 claims have their item, and fitting needs 50.", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(venue["matching.json"]));
    }

    private static async Task<(int Code, string Output, string Error)> FitAsync(TestServer server, params string[] more)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await MatchFit.Create(server.Clock).Parse(["--data", server.DataFolder, .. more])
            .InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>A part of the development set as rows, compared by the worker.</summary>
    private async Task FillAsync(TestServer server)
    {
        var pairs = File.ReadLines(Path.Combine(BatchFolder.DevelopmentSet, "pairs.tsv")).Skip(1).Take(Matched).Select(line => line.Split('\t')).ToList();
        var matched = File.ReadLines(Path.Combine(BatchFolder.DevelopmentSet, "pairs.tsv")).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        var unmatched = Rows("claims.jsonl").Select(row => Text(row, "id")).Where(id => !matched.Contains(id)).Take(Unmatched);
        var keep = pairs.SelectMany(cells => cells).Concat(unmatched).ToHashSet(StringComparer.Ordinal);
        var ids = keep.ToDictionary(id => id, _ => Guid.NewGuid(), StringComparer.Ordinal);
        foreach (var cells in pairs)
            truth[ids[cells[0]]] = ids[cells[1]];
        await server.Store.WriteAsync(db =>
        {
            foreach (var item in Rows("items.jsonl").Where((row, at) => at % 12 == 0 || keep.Contains(Text(row, "id"))).Select(row => ItemOf(row, ids)))
            {
                db.Items.Add(item);
                db.Announce(Topics.Item(item.Id), item.RegisteredAt);
            }
            return Task.CompletedTask;
        }, default);
        // The items have no turn of their own, so they must be known before the worker sees the first claim.
        await server.SweepByHandAsync();
        await server.Store.WriteAsync(db =>
        {
            db.Claims.AddRange(Rows("claims.jsonl").Where(row => keep.Contains(Text(row, "id"))).Select(row => ClaimOf(row, ids)));
            return Task.CompletedTask;
        }, default);
        await server.SweepByHandAsync();
    }

    /// <summary>Staff reject the wrong candidates that they look at first, and confirm the right one where there is one.</summary>
    private async Task<(int Confirmed, int Rejected)> DecideAsync(TestServer server)
    {
        var (confirmed, rejected) = (0, 0);
        var confirm = server.Services.GetRequiredService<ConfirmMatch>();
        foreach (var ofClaim in (await server.CandidatesAsync()).GroupBy(candidate => candidate.ClaimId))
        {
            var own = truth.GetValueOrDefault(ofClaim.Key);
            foreach (var wrong in ofClaim.Where(candidate => candidate.ItemId != own).Take(2))
            {
                await RejectAsync(server, wrong);
                rejected += own == default ? 1 : 0;
            }
            if (ofClaim.SingleOrDefault(candidate => candidate.ItemId == own) is not { } right)
                continue;
            var outcome = await confirm.HandleAsync(new Decision(right.Id, right.Version, Guid.NewGuid()), Maya, default);
            Assert.True(outcome.Succeeded);
            confirmed++;
        }
        return (confirmed, rejected);
    }

    private static async Task RejectAsync(TestServer server, Candidate candidate)
    {
        var outcome = await server.Services.GetRequiredService<RejectMatch>()
            .HandleAsync(new Decision(candidate.Id, candidate.Version, Guid.NewGuid()), "Not hers", Maya, default);
        Assert.True(outcome.Succeeded);
    }

    private static Item ItemOf(JsonElement row, Dictionary<string, Guid> ids) => new()
    {
        Id = ids.TryGetValue(Text(row, "id"), out var id) ? id : Guid.NewGuid(),
        Tag = TagCode.New(),
        Category = Text(row, "category"),
        Colours = Texts(row, "colours"),
        Brand = Text(row, "brand"),
        Description = Text(row, "description"),
        PrivateNotes = Text(row, "privateNotes"),
        Place = Text(row, "place"),
        FoundAt = Time(row, "foundAt"),
        RegisteredAt = Time(row, "registeredAt"),
        Desk = "main",
        NeedsMatching = false, // the claims' turn finds every pair
        SearchText = "",
    };

    private static Claim ClaimOf(JsonElement row, Dictionary<string, Guid> ids) => new()
    {
        Id = ids[Text(row, "id")],
        Reference = Text(row, "id"),
        TokenHash = LinkSecret.Hash(Text(row, "id")),
        Category = Text(row, "category"),
        Colours = Texts(row, "colours"),
        Brand = Text(row, "brand"),
        Description = Text(row, "description"),
        PrivateMarks = Text(row, "privateMarks"),
        Places = Texts(row, "places"),
        LostFrom = row.GetProperty("lostFrom").ValueKind == JsonValueKind.Null ? null : Time(row, "lostFrom"),
        LostTo = row.GetProperty("lostTo").ValueKind == JsonValueKind.Null ? null : Time(row, "lostTo"),
        Contact = [],
        Language = Text(row, "language"),
        FiledAt = Time(row, "lostTo"),
    };

    private static IEnumerable<JsonElement> Rows(string file) =>
        File.ReadLines(Path.Combine(BatchFolder.DevelopmentSet, file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static string[] Texts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static DateTime Time(JsonElement row, string name) =>
        DateTime.SpecifyKind(DateTime.Parse(row.GetProperty(name).GetString() ?? "2026-07-05T12:00", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
