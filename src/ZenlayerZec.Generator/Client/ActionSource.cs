using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the request and the answer of an action, and how they are written and read.</summary>
internal static class ActionSource
{
    /// <summary>What every answer has.</summary>
    private static readonly Member[] Common = [CommonText("requestId"), CommonText("code"), CommonText("message")];

    /// <summary>Makes the file of the types.</summary>
    public static SourceText Types(ActionModel action)
    {
        var text = new SourceText().Lines(["using ZenlayerZec.Client.Json;", "using ZenlayerZec.Client.Models;", string.Empty, "namespace ZenlayerZec.Client.Api;", string.Empty]);
        Request(text, action);
        if (action is { Answered.Count: > 0, Decision.Answer: null })
        {
            text.Line();
            Response(text, action);
        }

        return text;
    }

    /// <summary>Makes the file of the reader and the writer.</summary>
    public static SourceText Json(ActionModel action)
    {
        var text = JsonSource.Head(isWritten: true, "ZenlayerZec.Client.Api", "ZenlayerZec.Client.Json.Models", "ZenlayerZec.Client.Models")
            .Line("namespace ZenlayerZec.Client.Json.Actions;").Line().Line($"/// <summary>How {action.Name} is asked and answered.</summary>");
        return text.Block($"internal static class {action.Name}Json", () =>
        {
            string[] end = action.Facts.IsPaged ? ["item.LeaveOutUnnamed(json.Odd);"] : [];
            if (action is { Answered.Count: > 0, Decision.Answer: null })
            {
                JsonSource.Reader(text, action.Response, [.. Common, .. action.Answered], end);
                text.Line();
            }

            JsonSource.Writer(text, action.Request, action.Asked);
        });
    }


    private static Member CommonText(string name) => new(new(name, Facts.FieldKind.Text, IsList: false), Members.Capital(name), MemberKind.Text, string.Empty);

    private static void Request(SourceText text, ActionModel action)
    {
        text.Line($"/// <summary>The request of {action.Name} ({action.Facts.Version}). Properties that are null are not sent.</summary>");
        text.Block($"{Access(action)} sealed partial class {action.Request}{(action.Ids is null ? string.Empty : $" : IListRequest<{action.Request}>")}", () =>
        {
            foreach (var (member, most, what) in action.Asked.Select(Maximum).Where(one => one.Most is not null))
            {
                text.Line($"/// <summary>The {what} <see cref=\"{member.Name}\"/> that a request may have.</summary>")
                    .Line($"public const int Maximum{member.Name} = {most};").Line();
            }

            foreach (var member in action.Asked)
            {
                text.Line($"/// <summary>{member.Summary}{(member.Field.IsRequired ? " Required." : string.Empty)}{Default(action, member)}</summary>")
                    .Line($"public {member.ClrType}? {member.Name} {{ get; set; }}").Line();
            }

            if (action.Ids is { } ids)
            {
                text.Line($"{action.Request} IListRequest<{action.Request}>.Among(IReadOnlyList<string> ids) => With(request => request.{ids} = ids);").Line();
                text.Line($"{action.Request} IListRequest<{action.Request}>.At(int page, int size) => With(request => (request.PageNum, request.PageSize) = (page, size));").Line();
                text.Block($"private {action.Request} With(Action<{action.Request}> change)", () => text
                    .Line($"var copy = ({action.Request})MemberwiseClone();").Line("change(copy);").Line("return copy;"));
            }
        });
    }

    private static string Access(ActionModel action) => action.Decision.IsPublic ? "public" : "internal";

    private static (Member Member, int? Most, string What) Maximum(Member member) => member.Field.IsList
        ? (member, member.Field.Most, "maximum number of")
        : (member, member.Kind == MemberKind.Int32 ? member.Field.Range.Greatest : null, "maximum value of");

    /// <summary>A filter that is left out filters nothing, whatever is said of a default.</summary>
    private static string Default(ActionModel action, Member member)
        => member.Field.Default is { } value && (action.Items is null || member.Field.Name == "pageSize") ? $" The default of the service is {value}." : string.Empty;

    private static void Response(SourceText text, ActionModel action)
    {
        text.Line($"/// <summary>The answer of {action.Name} ({action.Facts.Version}).</summary>");
        text.Block($"{Access(action)} sealed partial class {action.Response} : ZecResponse{(action.Facts.IsPaged ? $", IPage<{action.Items!.Type}>" : string.Empty)}", () =>
        {
            if (action.Facts.IsPaged)
            {
                text.Line("private int _unnamed;").Line();
            }

            foreach (var member in action.Answered)
            {
                text.Line($"/// <summary>{member.Summary}</summary>").Line($"public {member.ClrType}? {member.Name} {{ get; set; }}").Line();
            }

            if (action is { Facts.IsPaged: true, Items: { } items, ItemId: { } id })
            {
                text.Line("int IPage.Unnamed => _unnamed;").Line();
                text.Block("internal void LeaveOutUnnamed(OddValues odd)", () =>
                    text.Line($"({items.Name}, _unnamed) = Unnamed.LeaveOut({items.Name}, item => item?.{id.Name}, {Literal(id.Field.Name)}, odd);"));
            }
        });
    }
}
