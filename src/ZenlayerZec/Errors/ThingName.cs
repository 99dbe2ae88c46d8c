using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Errors;

/// <summary>How a thing is called in a message or a question.</summary>
internal static class ThingName
{
    /// <summary>The name and the ID, such as <c>web-1 (1394000000010000007)</c>; the ID alone where there is no name.</summary>
    public static string DisplayName(this ResourceKind kind, ZecObject thing)
    {
        var id = kind.IdOf(thing);
        return VisibleText.Of(kind.NameOf(thing) is { Length: > 0 } name ? $"{name} ({id})" : id);
    }
}
