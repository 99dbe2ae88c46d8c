using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What the pipeline has been told of a run.</summary>
internal sealed class RunTold
{
    private readonly List<(ZecClient Client, IReadOnlyList<string> Succeeded)> _succeeded = [];

    public IReadOnlyList<(ZecClient Client, IReadOnlyList<string> Succeeded)> Succeeded => _succeeded;

    public (ZecClient Client, ZecBatchResult Result)? Fatal { get; set; }

    public List<string> Left { get; } = [];

    public ZecClient? Last { get; private set; }

    /// <summary>Whether a result is on its way down the pipeline.</summary>
    public bool IsEmitting { get; set; }

    public void Add(ZecClient client, IReadOnlyList<string> succeeded)
    {
        if (!ReferenceEquals(Last, client))
        {
            _succeeded.Add((client, new List<string>()));
            Last = client;
        }

        ((List<string>)_succeeded[_succeeded.Count - 1].Succeeded).AddRange(succeeded);
    }
}
