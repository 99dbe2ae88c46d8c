namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>The states of elastic IPs, by the API's description.</summary>
internal static class EipState
{
    public const string Creating = "CREATING";
    public const string CreateFailed = "CREATE_FAILED";
    public const string Assigning = "ASSIGNING";
    public const string Bound = "BINDED";
    public const string Unbound = "UNBIND";
    public const string Deleting = "DELETING";
    public const string Recycled = "RECYCLED";
}
