namespace ZenlayerZec.Client.Models;

/// <content>A zone as a text.</content>
public sealed partial class ZecZone
{
    /// <summary>The ID, as a parameter takes it.</summary>
    public override string ToString() => ZoneId;
}
