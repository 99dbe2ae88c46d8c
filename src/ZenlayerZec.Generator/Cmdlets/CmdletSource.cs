using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes the cmdlets, their completers and what they do in the client.</summary>
internal static class CmdletSource
{
    private const string Project = "ZenlayerZec";

    /// <summary>Adds the files.</summary>
    public static void Add(GeneratedFiles files, ClientDescription client)
    {
        foreach (var kind in client.Kinds)
        {
            foreach (var cmdlet in kind.Noun.Cmdlets)
            {
                var changes = client.Changes.Where(change => change.Cmdlet == cmdlet).ToArray();
                var text = cmdlet.List is { } list ? new ListCmdletSource(kind, cmdlet, list).Make()
                    : changes.Length > 0 ? new ChangeCmdletSource(changes[0].Kind, cmdlet, changes).Make()
                    : client.Creates.FirstOrDefault(create => create.Cmdlet == cmdlet) is { } create ? new CreateCmdletSource(create).Make()
                    : cmdlet.Metric is { } metric ? MetricCmdletSource.Of(
                        kind, cmdlet, client.Actions.Any(action => action.Name == metric.Action) ? metric : throw cmdlet.Place.Fault($"{metric.Action} is not among the actions."))
                    : cmdlet.Waits ? WaitCmdletSource.Of(kind, cmdlet)
                    : null;
                if (text is not null)
                {
                    files.Add($"{Project}/Commands/{kind.Noun.Noun}/{CmdletText.Class(cmdlet)}.g.cs", text);
                }
            }

            files.Add($"{Project}/Completion/{kind.Noun.Noun}Completers.g.cs", CompleterSource.Of(kind, Values(kind)));
        }

        foreach (var catalogue in client.Catalogues)
        {
            files.Add($"{Project}/Commands/{catalogue.Noun.Noun}/{CmdletText.Class(catalogue.Cmdlet)}.g.cs", new CatalogueCmdletSource(catalogue).Make());
        }

        files.Add($"{Project}/Commands/Resuming/ResumedChange.g.cs", ResumeSource.Of([.. client.Changes.Where(change => !change.Decision.IsByHand)]));
    }

    /// <summary>The documented values of the filters for which there is no other completer.</summary>
    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Values(Kind kind)
        => kind.Noun.Cmdlets.SelectMany(cmdlet => cmdlet.List?.Filters ?? [])
            .Where(filter => filter.Completer?.StartsWith(kind.Noun.Noun, StringComparison.Ordinal) == true)
            .Select(filter => KeyValuePair.Create(filter.Completer!, kind.List.Asked.First(member => member.Field.Name == filter.Field).Field.Values))
            .Where(completer => completer.Value.Count > 0);
}
