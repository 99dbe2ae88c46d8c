using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <summary>A resource group.</summary>
public sealed class ZecResourceGroup
{
    /// <summary>The group's ID.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>The group's name.</summary>
    public string? ResourceGroupName { get; set; }

    /// <summary>The name, or the ID if there is no name.</summary>
    public override string ToString() => ResourceGroupName ?? VisibleText.Of(ResourceGroupId ?? string.Empty);
}
