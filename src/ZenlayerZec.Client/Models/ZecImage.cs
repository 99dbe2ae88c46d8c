namespace ZenlayerZec.Client.Models;

/// <content>An image as a text, and what only a look for a lost answer says of it.</content>
public sealed partial class ZecImage
{
    /// <summary>The regions that it is being copied to, where that was asked.</summary>
    internal IReadOnlyList<string> CopiedTo { get; set; } = [];

    /// <summary>The ID, as a parameter takes it.</summary>
    public override string ToString() => ImageId;
}
