using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the table of the actions that the client knows by name.</summary>
internal static class ActionTableSource
{
    /// <summary>Makes the file.</summary>
    public static SourceText Of(IEnumerable<ActionModel> actions)
    {
        var text = new SourceText().Lines(
        [
            "using ZenlayerZec.Client.Json.Actions;",
            "using ZenlayerZec.Client.Models;",
            string.Empty,
            "namespace ZenlayerZec.Client.Api;",
            string.Empty,
            "/// <content>The actions whose types are made of the description of the API.</content>",
        ]);
        return text.Block("internal static partial class ZecActions", () =>
        {
            foreach (var action in actions)
            {
                text.Line($"public static ZecAction<{action.Request}, {action.Response}> {action.Name} => field ??= {Entry(action)};").Line();
            }
        });
    }

    private static string Entry(ActionModel action)
    {
        var json = $"{Literal(action.Name)}, {action.Name}Json.Write, {action.ResponseJson}.Read";
        return action switch
        {
            { Facts.IsPaged: true } => $"Pages<{action.Request}, {action.Response}>({json}, request => request.PageNum, page => page.TotalCount, page => page.{action.Items!.Name} is null)",
            { Items: { } items } => $"Lists<{action.Request}, {action.Response}, {items.Type ?? "string"}>("
                + $"{json}, {Literal(items.Field.Name)}, answer => answer.{items.Name}{Named(action, items)})",
            { IsWrite: false } => $"Reads<{action.Request}, {action.Response}>({json})",
            { Failed: { } failed } => $"Changes<{action.Request}, {action.Response}>({json}, request => request.{failed.Asked}, answer => answer.{failed.Answered})",
            _ => $"Changes<{action.Request}, {action.Response}>({json})",
        };
    }

    /// <summary>What each item has to have; nothing where the items have no ID of their own.</summary>
    private static string Named(ActionModel action, Member items) => (items.Type, action.ItemId) switch
    {
        (null, _) => ", item => item, \"an empty item\"",
        (_, { } id) => $", item => item?.{id.Name}, {Literal($"an item without {id.Field.Name}")}",
        _ => string.Empty,
    };
}
