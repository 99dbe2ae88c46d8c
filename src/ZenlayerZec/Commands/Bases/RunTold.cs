using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What the pipeline has been told of a run.</summary>
internal sealed class RunTold
{
    private readonly List<(ZecClient Client, ZecBatchResult Result)> _results = [];

    /// <summary>The IDs that the service took, by connection, in the order in which they were sent.</summary>
    public IEnumerable<(ZecClient Client, string[] Ids)> Succeeded => _results
        .GroupBy(told => told.Client, told => told.Result)
        .Select(results => (results.Key, results.OrderBy(result => result.BatchNumber).SelectMany(result => result.SucceededIds).ToArray()));

    /// <summary>The first result with a failure that every further batch would meet, too; null where there is none.</summary>
    public ZecBatchResult? Fatal { get; set; }

    /// <summary>The IDs of such results that were not carried out, or of which nobody can tell.</summary>
    public List<string> Left { get; } = [];

    /// <summary>Whether a result is on its way down the pipeline.</summary>
    public bool IsEmitting { get; set; }

    public void Add(ZecClient client, ZecBatchResult result) => _results.Add((client, result));
}
