using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes how an object is read from JSON, and how it is written: one line for each property, and nothing that thinks.</summary>
internal static class JsonSource
{
    /// <summary>How a model is read and, where it is a part of a request, written.</summary>
    public static SourceText Of(Model model)
    {
        var text = Head(model.IsWritten, "ZenlayerZec.Client.Api", "ZenlayerZec.Client.Models")
            .Line("namespace ZenlayerZec.Client.Json.Models;").Line();
        text.Line($"/// <summary>How a <see cref=\"{model.Name}\"/> is read{(model.IsWritten ? " and written" : string.Empty)}.</summary>");
        return text.Block($"internal static class {model.Name}Json", () =>
        {
            string[] end =
            [
                .. model.Members.Where(member => member.IsOwnId).Select(id => $"json.EndItem(item.{id.Name});"),
                .. model is { IsDated: true, Decision.IsByHand: false }
                    ? ["item.CreateTime ??= ZecInstance.UnknownCreateTime;"]
                    : Array.Empty<string>(),
            ];
            Reader(text, model.Name, model.Members, end);
            if (model.IsWritten)
            {
                text.Line();
                Writer(text, model.Name, model.Members);
            }
        });
    }

    /// <summary>The first lines of a file of readers and writers.</summary>
    public static SourceText Head(bool isWritten, params string[] spaces) => new SourceText()
        .Lines([.. isWritten ? ["using System.Text.Json;"] : Array.Empty<string>(), .. spaces.Select(space => $"using {space};"), string.Empty]);

    /// <summary>Adds the method that reads an object.</summary>
    /// <param name="text">The file.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="members">Its properties.</param>
    /// <param name="end">Lines before it is returned.</param>
    public static void Reader(SourceText text, string type, IReadOnlyList<Member> members, IReadOnlyList<string> end)
    {
        // Each in a line of its own, as the cases below.
        text.Line("private static readonly FieldNames Names = new(")
            .Lines(members.Select((member, at) => $"    {Literal(member.Field.Name)}{(at < members.Count - 1 ? "," : ");")}")).Line();
        text.Block($"public static {type} Read(ref FieldReader json)", () =>
        {
            text.Line($"var item = new {type}();").Line("json.StartObject();");
            text.Block(
                "for (var field = json.Next(Names); field >= 0; field = json.Next(Names, field))",
                () => text.Block("switch (field)", () => text.Lines(
                    members.Select((member, at) => $"case {at}: item.{Target(member)} = {Value(member)}; break;"))));
            text.Line().Lines(end).Line("return item;");
        });
    }

    /// <summary>Adds the method that writes the properties of an object, in the order of the facts and none that is null.</summary>
    public static void Writer(SourceText text, string type, IReadOnlyList<Member> members) => text.Block(
        $"public static void Write(Utf8JsonWriter json, {type} value)",
        () => text.Lines(members.Select(member => $"json.{Method(member)}({Literal(member.Field.Name)}, value.{member.Name}{Inner(member)});")));

    /// <summary>The property that takes what is read: a dictionary of tags is made only when somebody asks for it.</summary>
    private static string Target(Member member) => member.Kind == MemberKind.Tags ? ModelSource.ReadTags : member.Name;

    private static string Value(Member member) => member.Kind switch
    {
        MemberKind.Text or MemberKind.Id => $"json.{member.Kind}(){(member.IsOwnId ? "!" : string.Empty)}",
        MemberKind.Tags => "json.Tags()",
        MemberKind.Object => $"json.Object({member.Type}Json.Read)",
        MemberKind.Objects => member.IsItems ? $"json.Items({member.Type}Json.Read)" : $"json.List({member.Type}Json.Read)!",
        MemberKind.Texts => member.IsItems ? "json.TextItems()" : "json.Texts()!",
        MemberKind.Ids => member.IsItems ? "json.Ids()" : "json.Ids()!",
        MemberKind.Int32s => "json.Int32s()!",
        _ => $"json.{member.Kind}()",
    };

    private static string Method(Member member) => member.Kind switch
    {
        MemberKind.Text or MemberKind.Id => "Text",
        MemberKind.Texts or MemberKind.Ids => "Texts",
        MemberKind.Int32 or MemberKind.Int64 or MemberKind.Decimal => "Number",
        MemberKind.Int32s => "Numbers",
        MemberKind.Objects => "List",
        var other => other.ToString(),
    };

    private static string Inner(Member member)
        => member.Kind is MemberKind.Object or MemberKind.Objects ? $", {member.Type}Json.Write" : string.Empty;
}
