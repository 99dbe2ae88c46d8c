using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the code of the client.</summary>
internal static class ClientSource
{
    private const string Project = "ZenlayerZec.Client";

    /// <summary>Adds the files.</summary>
    public static void Add(GeneratedFiles files, ClientDescription client)
    {
        foreach (var model in client.Models)
        {
            if (!model.Decision.IsByHand)
            {
                files.Add($"{Project}/Models/{model.Name}.g.cs", ModelSource.Of(model));
            }

            files.Add($"{Project}/Json/Models/{model.Name}Json.g.cs", JsonSource.Of(model));
        }

        foreach (var action in client.Actions)
        {
            if (action.Decision.Made == Made.All)
            {
                files.Add($"{Project}/Api/{action.Name}.g.cs", ActionSource.Types(action));
            }

            files.Add($"{Project}/Json/Actions/{action.Name}Json.g.cs", ActionSource.Json(action));
        }

        files.Add($"{Project}/Api/ZecActions.g.cs", ActionTableSource.Of(client.Actions.Where(action => action.Decision.Made == Made.All)));
        foreach (var kind in client.Kinds)
        {
            files.Add($"{Project}/Batching/{kind.Noun.Noun}Operations.g.cs", OperationSource.Of(kind, [.. client.Changes.Where(change => change.Kind == kind)]));
            if (kind.Decision.IsByHand)
            {
                continue;
            }

            files.Add($"{Project}/Kinds/{kind.Name}.g.cs", KindSource.Of(kind));
            if (kind.States.Count > 0)
            {
                files.Add($"{Project}/Models/{kind.Noun.Noun}Status.g.cs", KindSource.States(kind));
            }
        }

        files.Add($"{Project}/Kinds/AllKinds.g.cs", KindTableSource.Of([.. client.Kinds.Where(kind => !kind.Decision.IsByHand)]));
    }
}
