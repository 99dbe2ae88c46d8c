using System.Globalization;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Client.Kinds;

/// <summary>
/// A kind of thing: what it is called, how it is listed, what its fields and states mean. What works for any kind works by this description. The
/// cmdlets' bases know only this class, and not the one with the type of the things.
/// </summary>
/// <param name="type">The type of its objects, such as <see cref="ZecInstance"/>.</param>
/// <param name="noun">What one of them is called, such as <c>instance</c>.</param>
/// <param name="list">How they are listed, with all fields.</param>
internal abstract class ResourceKind(Type type, string noun, KindList list)
{
    private const string Prefix = "Zec";
    private const string ThereWord = "there";

    /// <summary>The type of its objects.</summary>
    public Type Type { get; } = type;

    /// <summary>What one of them is called.</summary>
    public string Noun { get; } = noun;

    /// <summary>What several of them are called.</summary>
    public string Plural { get; init; } = $"{noun}s";

    /// <summary>One of them with its article, such as <c>an instance</c>.</summary>
    public string One => $"{("aeiouAEIOU".Contains(Noun[0]) ? "an" : "a")} {Noun}";

    /// <summary>The noun at the start of a sentence.</summary>
    public string Title => Capital(Noun);

    /// <summary>The noun for several at the start of a sentence.</summary>
    public string TitlePlural => Capital(Plural);

    /// <summary>States to wait for, as a person may write them; the first examples of a sentence.</summary>
    public IReadOnlyList<string> GoalExamples { get; init; } = [WaitGoal.ReleasedWord];

    /// <summary>What begins the names of its properties, such as <c>Instance</c>.</summary>
    public string Stem => Type.Name.Substring(Prefix.Length);

    /// <summary>The property, the parameter and the column that has its ID, such as <c>InstanceId</c>.</summary>
    public string IdName => $"{Stem}Id";

    /// <summary>The column of a row that has its name, such as <c>InstanceName</c>.</summary>
    public string NameColumn => $"{Stem}Name";

    /// <summary>The cmdlet that lists them.</summary>
    public string GetCmdlet => $"Get-{Type.Name}";

    /// <summary>What that cmdlet needs to list them at all, such as <c>-Custom</c>; null where it needs nothing.</summary>
    public string? GetOwn { get; init; }

    /// <summary>The command that lists them, such as <c>Get-ZecImage -Custom</c>.</summary>
    public string GetCommand => GetOwn is null ? GetCmdlet : $"{GetCmdlet} {GetOwn}";

    /// <summary>The code of an answer with another number of new IDs than was asked for, such as <c>InstanceCountDiffers</c>.</summary>
    public string CountDiffersCode => $"{Stem}CountDiffers";

    /// <summary>The cmdlets that list what a new one can be made of.</summary>
    public IReadOnlyList<string> Catalogues { get; init; } = [];

    /// <summary>
    /// Columns that no row of one has: a row with one of them is about something else that names one, such as an address of a network interface.
    /// </summary>
    public IReadOnlyList<string> ForeignColumns { get; init; } = [];

    /// <summary>The code of an ID that is not there, such as <c>InstanceNotFound</c>.</summary>
    public string NotFoundCode => $"{Stem}NotFound";

    /// <summary>The service's code for a request that names something that is not there; null where it has none of its own.</summary>
    public string? ServiceNotFoundCode { get; init; }

    /// <summary>The most IDs that one look names.</summary>
    public int MostIds { get; init; } = 100;

    /// <summary>Its states; <see cref="KindStates.None"/> where it has none.</summary>
    public KindStates States { get; init; } = KindStates.None;

    /// <summary>How they are listed, with all fields.</summary>
    public KindList List { get; } = list;

    /// <summary>How their states alone are listed, where that is a smaller answer.</summary>
    public KindList StateList { get; init; } = list;

    /// <summary>The actions that change or create them, each with where it leads by its options; null for an action that leads to no state.</summary>
    public IReadOnlyDictionary<string, Func<string?, WaitGoal?>> Changes { get; init; } = new Dictionary<string, Func<string?, WaitGoal?>>();

    /// <summary>The actions that lead back to the state that they begin in, as a restart does.</summary>
    public IReadOnlyList<string> RoundTrips { get; init; } = [];

    /// <summary>The action that creates them; null where there is none.</summary>
    public string? CreateAction { get; init; }

    /// <summary>Whether they have states.</summary>
    public bool HasStates => !ReferenceEquals(States, KindStates.None);

    /// <summary>Whether they have tags.</summary>
    public abstract bool HasTags { get; }

    /// <summary>The types of objects that stand for one of them, such as a state that was read by itself.</summary>
    public abstract IReadOnlyList<Type> StandIns { get; }

    /// <summary>The ID of a thing, or of what stands for it.</summary>
    /// <param name="item">The thing.</param>
    public abstract string IdOf(ZecObject item);

    /// <summary>The name of a thing; null where it has none.</summary>
    /// <param name="item">The thing.</param>
    public abstract string? NameOf(ZecObject item);

    /// <summary>The state of a thing; null where the service did not say it.</summary>
    /// <param name="item">The thing, or what stands for it.</param>
    public abstract string? StateOf(ZecObject item);

    /// <summary>What tells a thing from others of the same name, in a suggestion.</summary>
    /// <param name="item">The thing.</param>
    public abstract string? DetailOf(ZecObject item);

    /// <summary>The tags of a thing; null where they are not known.</summary>
    /// <param name="item">The thing, or what stands for it.</param>
    public abstract IReadOnlyDictionary<string, string>? TagsOf(ZecObject item);

    /// <summary>The thing that an object is, or that it stands for; null where it is of another kind.</summary>
    /// <param name="item">The object.</param>
    public abstract ZecObject? Take(object? item);

    /// <summary>Makes a thing of a row. The age of what the row says is unknown.</summary>
    /// <param name="text">The text in a column; null where there is none.</param>
    /// <returns>Null where the row does not say an ID.</returns>
    public abstract ZecObject? Read(Func<string, string?> text);

    /// <summary>An array of things for a parameter.</summary>
    /// <param name="items">The things.</param>
    public abstract Array ToArray(IReadOnlyList<ZecObject> items);

    /// <summary>How a thing stands, for a look that compares it: its state; for a kind without states, that it is there.</summary>
    /// <param name="item">The thing, or what stands for it.</param>
    public string Stands(ZecObject item) => HasStates ? StateOf(item) ?? string.Empty : ThereWord;

    /// <summary>A number of them, such as <c>3 instances</c>.</summary>
    /// <param name="count">The number.</param>
    public string Count(int count) => string.Format(CultureInfo.InvariantCulture, "{0} {1}", count, Several(count));

    /// <summary>The noun for a number of them.</summary>
    /// <param name="count">The number.</param>
    public string Several(int count) => count == 1 ? Noun : Plural;

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text.Substring(1)}";
}
