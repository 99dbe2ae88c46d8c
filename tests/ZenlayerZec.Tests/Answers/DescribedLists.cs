using ZenlayerZec.Client.Models;
using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Answers;

/// <summary>Every list that has pages and is made of the description of the API, with the fields of what it lists.</summary>
internal static class DescribedLists
{
    private static readonly ClientDescription Client = new(
        FactsReader.ReadAll(Repository.Root), NounReader.ReadAll(Repository.Root), Phrases.Read(Repository.Root));

    /// <summary>The lists, by the names of their actions.</summary>
    public static IReadOnlyDictionary<string, ActionModel> All { get; }
        = Client.Actions.Where(action => action is { Facts.IsPaged: true, Items: not null }).ToDictionary(action => action.Name);

    /// <summary>The fields of every type that is not in <see cref="WireShapes"/> by itself; its ID is the first one.</summary>
    public static IEnumerable<KeyValuePair<Type, WireField[]>> Shapes()
        => Client.Models.Select(model => KeyValuePair.Create(TypeOf(model.Name), model.Members.OrderBy(member => !member.IsOwnId).Select(Field).ToArray()));

    /// <summary>A type of the client.</summary>
    public static Type TypeOf(string name) => typeof(ZecInstance).Assembly.GetTypes().Single(type => type.Name == name);

    private static WireField Field(Member member) => new(member.Field.Name, member.Name, member.Kind switch
    {
        MemberKind.Objects => WireKind.List,
        var kind => Enum.Parse<WireKind>(kind.ToString()),
    })
    {
        Part = member.Type is { } part && member.Kind is MemberKind.Object or MemberKind.Objects ? TypeOf(part) : null,
    };
}
