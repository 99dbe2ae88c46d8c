using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes the completers of a kind: IDs, names, tags and states, and the documented values of its filters.</summary>
internal static class CompleterSource
{
    /// <summary>Makes the file.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="values">The names of completers for documented values, each with the values.</param>
    public static SourceText Of(Kind kind, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values)
    {
        var (noun, of) = (kind.Noun.Noun, kind.Noun.Word);
        var text = new SourceText().Lines(
            ["using ZenlayerZec.Client.Kinds;", "using ZenlayerZec.Client.Models;", "using ZenlayerZec.Client.Waiting;", string.Empty, "namespace ZenlayerZec.Completion;", string.Empty]);
        Add("IdCompleter", $"IdCompleter({noun}Kind.Kind)", "the ID");
        Add("ArgumentCompleter", $"ThingArgumentCompleter(new {noun}IdCompleter())", "the ID, where an object is wanted,");
        if (kind.Decision.Name is not null)
        {
            Add("NameCompleter", $"NameCompleter({noun}Kind.Kind)", "the name");
        }

        if (kind.Model.HasTags)
        {
            Add("TagCompleter", $"TagCompleter({noun}Kind.Kind)", "the tags");
        }

        if (kind.States.Count > 0)
        {
            Add("StatusCompleter", $"ValueCompleter([.. {noun}Status.All])", "the state");
            Add("WaitStateCompleter", $"ValueCompleter([.. {noun}Status.All, WaitGoal.ReleasedWord])", "the state to wait for");
        }

        foreach (var (name, documented) in values)
        {
            text.Line($"/// <summary>Completes the documented values of a parameter of the {of}.</summary>");
            text.Line($"internal sealed class {name}Completer() : ValueCompleter({Literals(documented)});").Line();
        }

        return text;

        void Add(string end, string parent, string what) => text.Line($"/// <summary>Completes {what} of the {of}.</summary>").Line($"internal sealed class {noun}{end}() : {parent};").Line();
    }
}
