using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What the pipeline has been told of a run.</summary>
internal sealed class RunTold
{
    /// <summary>The IDs that the service took, by connection.</summary>
    public List<(ZecClient Client, List<string> Ids)> Succeeded { get; } = [];

    /// <summary>The first result with a failure that every further batch would meet, too; null where there is none.</summary>
    public ZecBatchResult? Fatal { get; set; }

    /// <summary>The IDs of such results that were not carried out, or of which nobody can tell.</summary>
    public List<string> Left { get; } = [];

    /// <summary>Whether a result is on its way down the pipeline.</summary>
    public bool IsEmitting { get; set; }

    public void Add(ZecClient client, IReadOnlyList<string> succeeded)
    {
        if (Succeeded.Count == 0 || !ReferenceEquals(Succeeded[Succeeded.Count - 1].Client, client))
        {
            Succeeded.Add((client, []));
        }

        Succeeded[Succeeded.Count - 1].Ids.AddRange(succeeded);
    }
}
