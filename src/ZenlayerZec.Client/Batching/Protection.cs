using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Batching;

/// <summary>Which things an operation leaves alone because of their tags.</summary>
/// <param name="client">The connection, whose settings say which tags protect.</param>
/// <param name="operation">What is to be done.</param>
internal sealed class Protection(ZecClient client, WriteOperation operation)
{
    private readonly IReadOnlyList<ProtectedTag> _tags = operation.SparesProtected && operation.Kind.HasTags ? client.Options.ProtectedTags : [];

    /// <summary>The connection.</summary>
    public ZecClient Client { get; } = client;

    /// <summary>Whether the tags of a thing have to be known before anything is done to it.</summary>
    public bool IsOn => _tags.Count > 0;

    /// <summary>Why a thing with these tags is left out, as the end of a sentence that begins with "it"; null where it is not.</summary>
    /// <param name="tags">Its tags.</param>
    public string? ReasonToSkip(IReadOnlyDictionary<string, string> tags)
    {
        // Asked of each of many things: without anything to throw away.
        for (var i = 0; i < _tags.Count; i++)
        {
            if (_tags[i].IsIn(tags))
            {
                return VisibleText.Of($"has the protected tag {_tags[i]} (-IncludeProtected)");
            }
        }

        return null;
    }
}
