namespace LostFound.Web.Configuration.Files;

/// <summary>guidance.json: a short card for whoever speaks with a guest who had to come back.</summary>
public sealed record GuidanceFile(IReadOnlyList<GuidanceStep> Steps, GuidanceWords Situations) : ConfigFile;

/// <param name="Step">One word: listen, acknowledge, apologise, act, tell.</param>
public sealed record GuidanceStep(string Step, string Words);

/// <summary>Words for what happened to this guest.</summary>
public sealed record GuidanceWords(string Waited, string Broken, string NotFound, string Rude);
