namespace ZenlayerZec.Simulator.Kinds.Images;

/// <summary>The states of images, by the API's description.</summary>
internal static class ImageState
{
    public const string Creating = "CREATING";
    public const string Available = "AVAILABLE";
    public const string Unavailable = "UNAVAILABLE";
    public const string Syncing = "SYNCING";
    public const string Failed = "FAILED";
    public const string Deleting = "DELETING";
}
