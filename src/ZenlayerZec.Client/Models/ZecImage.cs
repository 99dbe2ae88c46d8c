namespace ZenlayerZec.Client.Models;

/// <content>An image as a text.</content>
public sealed partial class ZecImage
{
    /// <summary>The ID, as a parameter takes it.</summary>
    public override string ToString() => ImageId;
}
