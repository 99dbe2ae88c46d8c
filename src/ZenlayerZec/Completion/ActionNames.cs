namespace ZenlayerZec.Completion;

/// <content>How a name is spelled.</content>
internal static partial class ActionNames
{
    /// <summary>A name as the API spells it, since PowerShell minds no case; one that is not known as it is.</summary>
    public static string Spelled(string name) => All.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
}
