using System.Text.Json.Serialization;
using LostFound.Web.Languages;

namespace LostFound.Web.Configuration.Files;

/// <summary>retention.json: how long things are kept, and what happens then.</summary>
/// <param name="Closing">When claims are closed, and how long they stay on file; null for <see cref="ClosingRules.Usual"/>.</param>
public sealed record RetentionFile(IReadOnlyList<RetentionClass> Classes, ClosingRules? Closing = null) : ConfigFile;

/// <param name="LookDays">Business days of looking before a claim without a find is closed.</param>
/// <param name="OnFileDays">Days for which it is compared with what comes in after that; as long are the contact details of any closed claim kept.</param>
public sealed record ClosingRules(int LookDays, int OnFileDays)
{
    public static readonly ClosingRules Usual = new(14, 90);
}

/// <param name="Days">The day on which the item was found is the first.</param>
/// <param name="Safe">Belongs in a bin of kind safe.</param>
/// <param name="Witness">A second person watches the disposal.</param>
public sealed record RetentionClass(string Key, string Name, int Days, Disposal Then, string Note, bool Safe = false, bool Witness = false);

public enum Disposal
{
    Charity,
    Recycle,
    Destroy,
    Police,
    OwnerByPost,
}

/// <summary>promises.json: what guests are told, and by when.</summary>
/// <param name="AtRiskMinutes">So long before it is due, staff see that a promise is still to be kept.</param>
/// <param name="AheadMinutes">So long before it is due, the software gives word by itself, where it may.</param>
public sealed record PromisesFile(
    FirstUpdate FirstUpdate,
    FollowUp FollowUp,
    PromiseWords Words,
    AfterMiss? AfterMiss = null,
    CallBack? CallBack = null,
    Reminder? Reminder = null,
    AfterSearch? AfterSearch = null,
    int AtRiskMinutes = 45,
    int AheadMinutes = 10) : ConfigFile
{
    public AfterMiss AfterMiss { get; init; } = AfterMiss ?? new();
    public CallBack CallBack { get; init; } = CallBack ?? new();
    public Reminder Reminder { get; init; } = Reminder ?? new();
    public AfterSearch AfterSearch { get; init; } = AfterSearch ?? new();
}

/// <summary>The first word comes within some hours of the report, but soon after closing at the latest.</summary>
public sealed record FirstUpdate(int WithinHours, int LatestMinutesAfterClosing);

public sealed record FollowUp(int EveryHours);

/// <summary>After a broken promise, in hours while somebody is at work. Longer than a person needs: this one must hold.</summary>
public sealed record AfterMiss(int WithinHours = 3);

/// <summary>A call that a person makes: within so many hours, and so long before closing that there is time for it.</summary>
public sealed record CallBack(int WithinHours = 3, int BeforeClosingMinutes = 30);

/// <summary>How often a guest who was asked to come hears that it is still kept.</summary>
public sealed record Reminder(int EveryHours = 24);

/// <summary>How long after a place is searched its guests hear what came of it.</summary>
public sealed record AfterSearch(int WithinMinutes = 45);

/// <summary>Sentences for guests; {time} stands for the due time, and in <see cref="Found"/> {desk} for the desk's name.</summary>
/// <param name="Translations">The same sentences in other languages, by language code.</param>
public sealed record PromiseWords(string Looking, string NothingYet, string Found, string Late, IReadOnlyDictionary<string, PromiseWords>? Translations = null)
{
    public PromiseWords In(Words words) => Translations.In(words, this);
}

/// <summary>matching.json: how claims and found items are compared.</summary>
/// <param name="ExpectedMatchShare">Share of claims whose item has been handed in when they are compared.</param>
/// <param name="SuggestThreshold">Probability from which staff are told "this looks like it".</param>
/// <param name="ShowThreshold">Probability from which an item is in the list at all.</param>
/// <param name="Weights">In bits, by comparison and level; only where they differ from the built-in ones.</param>
/// <param name="Rarity">By comparison, how much of an agreeing value's rarity counts.</param>
/// <param name="Limits">By comparison, the most bits it may add or take away.</param>
public sealed record MatchingFile(
    string ModelVersion,
    double ExpectedMatchShare,
    double SuggestThreshold,
    double ShowThreshold,
    int MaxCandidates,
    int EarlyToleranceMinutes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>? Weights = null,
    IReadOnlyDictionary<string, double>? Rarity = null,
    MatchingWords? Words = null,
    IReadOnlyDictionary<string, double>? Limits = null,
    FittedFrom? Fitted = null) : ConfigFile;

/// <summary>Weights of the words comparison; what is left out is as built in.</summary>
public sealed record MatchingWords(
    double? ConceptRarity = null,
    double? WordRarity = null,
    double? EachAgreement = null,
    double? EachOnlyInClaim = null,
    double? EachOnlyInItem = null,
    double? TypoShare = null);

/// <summary>Where fitted weights come from. For people only: nothing is computed from it.</summary>
/// <param name="From">The model version that they were fitted from.</param>
/// <param name="Claims">How many claims they were fitted to.</param>
/// <param name="HeldOut">How many others judged them.</param>
/// <param name="Matched">How many of all these claims have their item.</param>
/// <param name="RuledOut">How many pairs staff rejected one by one.</param>
public sealed record FittedFrom(DateOnly On, string From, int Claims, int HeldOut, int Matched, int RuledOut);

/// <summary>labels.json: the QR labels that go on found items.</summary>
public sealed record LabelsFile(
    int RollWidthMm,
    int LabelHeightMm,
    QrErrorCorrection QrErrorCorrection,
    string HeaderText,
    string FooterText,
    LabelSheet? Sheet = null,
    int PrinterDotsPerInch = 203) : ConfigFile;

/// <summary>A sheet of A4 with labels to peel off. All lengths in millimetres; the defaults are the common 21 a sheet.</summary>
public sealed record LabelSheet(
    int Columns = 3,
    int Rows = 7,
    double LabelWidthMm = 63.5,
    double LabelHeightMm = 38.1,
    double MarginTopMm = 15.1,
    double MarginLeftMm = 7.2,
    double GapXMm = 2.5,
    double GapYMm = 0)
{
    public const int PaperWidthMm = 210;
    public const int PaperHeightMm = 297;

    public int Places => Columns * Rows;
}

/// <summary>How much of a QR code may be unreadable: M 15 %, Q 25 %, H 30 %.</summary>
public enum QrErrorCorrection
{
    [JsonStringEnumMemberName("M")]
    Medium,
    [JsonStringEnumMemberName("Q")]
    Quartile,
    [JsonStringEnumMemberName("H")]
    High,
}

/// <summary>proof-questions.json: what staff ask before they hand over.</summary>
/// <param name="MaxRounds">How often a guest is asked in writing before only the desk goes on.</param>
public sealed record ProofQuestionsFile(IReadOnlyList<ProofQuestions> Groups, int MaxRounds = 2) : ConfigFile;

/// <param name="Group">Key of a category group.</param>
/// <param name="Translations">The questions in other languages, by language code, in the same order.</param>
public sealed record ProofQuestions(string Group, IReadOnlyList<string> Questions, IReadOnlyDictionary<string, IReadOnlyList<string>>? Translations = null);
