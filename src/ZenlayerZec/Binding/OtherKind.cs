using System.Management.Automation;
using System.Reflection;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>
/// Tells what is of another kind than a cmdlet changes. By a property that happens to fit, a snapshot would bind as its disk, and its disk would be
/// released.
/// </summary>
internal static class OtherKind
{
    private const string Space = "ZenlayerZec.";

    /// <summary>What PowerShell puts before the name of a type whose objects were copied.</summary>
    private static readonly string[] Prefixes = ["Deserialized.", "Selected."];

    /// <summary>The refusal of the first object of another kind; null where there is none.</summary>
    /// <param name="items">The objects.</param>
    /// <param name="kind">The kind that is wanted.</param>
    public static ArgumentTransformationMetadataException? Refusal(IEnumerable<object?> items, ResourceKind kind)
        => items.Select(item => Sentence(item, kind) is { } sentence ? $"{sentence}{NotSent(item)}" : null).FirstOrDefault(sentence => sentence is not null) is { } why
            ? new ArgumentTransformationMetadataException(why)
            : null;

    /// <summary>Which thing was refused: a list of what nobody uses has several kinds, and each ID is to be accounted for.</summary>
    private static string NotSent(object? item) => item switch
    {
        ZecObject thing when AllKinds.All.FirstOrDefault(kind => kind.Take(thing) is not null) is { } kind => $" Nothing was sent for {VisibleText.Of(kind.IdOf(thing))}.",
        PSObject row when SaidKind(row) is not null => $" Nothing was sent for {VisibleText.Of(PipedRow.Text(row, nameof(ZecUnused.Id))!)}.",
        _ => string.Empty,
    };

    /// <summary>What is said of an object of another kind, with the cmdlet to put in between; null where it is not certain to be one.</summary>
    /// <param name="item">The object, live, copied, or a row.</param>
    /// <param name="kind">The kind that is wanted.</param>
    public static string? Sentence(object? item, ResourceKind kind)
    {
        if (PlanRow.Refusal(item, kind) is { } refusal)
        {
            return refusal;
        }

        if (SaidKind(item) is { } said)
        {
            return said == kind ? null : Sentence(said.Noun, $"its Kind is {said.Stem}", kind, said.Type.Name);
        }

        if (TypeName(item) is { } name)
        {
            return name == kind.Type.Name || kind.StandIns.Any(one => one.Name == name) ? null : Sentence(AllKinds.NounOf(name), name, kind);
        }

        // A line of a file of rules begins with the ID of their group, which is not what the line is about.
        if (RuleRow.IsOne(item))
        {
            return Sentence(AllKinds.NounOf(nameof(ZecSecurityGroupRule)), "its columns Direction and CidrIp say so", kind, nameof(ZecSecurityGroupRule));
        }

        return item is PSObject row && OtherColumn(row, kind) is { } column
            ? AllKinds.OfId(column) is { } other
                ? Sentence(other.Noun, $"its column {column} comes first", kind, other.Type.Name)
                : $"This row is about something else than {kind.One}: its column {column} comes first. {Advice(kind, way: null)}"
            : Foreign(item, kind) is { } foreign
                ? $"This row is about something else than {kind.One}: no {kind.Noun} has the column {foreign}. {Advice(kind, way: null)}"
            : null;
    }

    /// <summary>The short name of the module's type that an object has, or had before it was copied; null where it is none of the module's.</summary>
    /// <param name="item">The object.</param>
    public static string? TypeName(object? item) => item switch
    {
        PSObject { BaseObject: PSCustomObject } row => row.TypeNames.Select(Original).FirstOrDefault(IsOurs) is { } name
            ? name.Substring(name.LastIndexOf('.') + 1)
            : null,
        not null and not PSObject when item.GetType() is var type && IsOurs(type.Assembly) => type.Name,
        _ => null,
    };

    /// <summary>Whether an object is a part of a thing, which names it: one of a type, or a row with a column that the thing does not have.</summary>
    /// <param name="item">The object.</param>
    /// <param name="part">The type.</param>
    /// <param name="kind">The kind of the thing.</param>
    public static bool IsPart(object? item, Type? part, ResourceKind kind) => part is not null && (TypeName(item) is { } name ? name == part.Name : Foreign(item, kind) is not null);

    /// <summary>The kind that a line of a list of several kinds says, such as a copy of what Get-ZecUnused returned; null where it says none.</summary>
    private static ResourceKind? SaidKind(object? item)
        => item is PSObject { BaseObject: PSCustomObject } row
            && TypeName(row) is null or nameof(ZecUnused)
            && PipedRow.Text(row, nameof(ZecUnused.Id)) is not null
            && PipedRow.Text(row, nameof(ZecUnused.Kind)) is { } said
                ? AllKinds.All.FirstOrDefault(kind => kind.Stem.Equals(said, StringComparison.OrdinalIgnoreCase))
                : null;

    private static string? Foreign(object? item, ResourceKind kind)
        => item is PSObject row ? kind.ForeignColumns.FirstOrDefault(column => row.Properties[column] is not null) : null;

    private static string Sentence(string noun, string detail, ResourceKind kind, string? typeName = null)
        => $"This is {("aeiou".Contains(noun[0]) ? "an" : "a")} {noun} ({detail}), not {kind.One}. {Advice(kind, AllKinds.Way(typeName ?? detail, kind))}";

    private static string Advice(ResourceKind kind, KindWay? way) => way is null
        ? $"Pipe {kind.Plural} as {kind.GetCommand} returns them."
        : $"To name {way.Gives}, put {kind.GetCmdlet} in between.";

    private static bool IsOurs(string typeName) => typeName.StartsWith(Space, StringComparison.Ordinal);

    private static bool IsOurs(Assembly assembly) => assembly == typeof(ZecClient).Assembly || assembly == typeof(OtherKind).Assembly;

    private static string Original(string name)
    {
        while (Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
        {
            name = name.Substring(prefix.Length);
        }

        // Of a list of several things, or a generic type, the name goes on in brackets.
        var end = name.IndexOfAny(['`', '[']);
        return end < 0 ? name : name.Substring(0, end);
    }

    /// <summary>The first column that is the own ID of another kind, where no column before it is the ID of this one.</summary>
    private static string? OtherColumn(PSObject row, ResourceKind kind)
    {
        foreach (var property in row.Properties)
        {
            if (property.Name.Equals(kind.IdName, StringComparison.OrdinalIgnoreCase) || property.Name.Equals("Id", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (AllKinds.IsOwnId(property.Name))
            {
                return property.Name;
            }
        }

        return null;
    }
}
