namespace ZenlayerZec.Client.Models;

/// <summary>Tags by key, whose text is <c>env=dev; team=web</c>, such as in a file that Export-Csv writes.</summary>
internal sealed class ZecTags() : Dictionary<string, string>(StringComparer.Ordinal)
{
    public override string ToString() => string.Join("; ", this.Select(tag => $"{tag.Key}={tag.Value}"));
}
