using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Errors;

/// <summary>How an instance is called in a message or a question.</summary>
internal static class InstanceName
{
    /// <summary>The name and the ID, such as <c>web-1 (1394000000010000007)</c>; the ID alone where there is no name.</summary>
    public static string DisplayName(this ZecInstance instance) => VisibleText.Of(
        string.IsNullOrEmpty(instance.InstanceName) ? instance.InstanceId : $"{instance.InstanceName} ({instance.InstanceId})");
}
