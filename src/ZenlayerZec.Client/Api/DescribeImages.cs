namespace ZenlayerZec.Client.Api;

/// <content>What a list of images needs: images are no kind of thing, since the API lists them zone by zone.</content>
public sealed partial class DescribeImagesRequest
{
    /// <summary>Creates a copy for another page or for other IDs.</summary>
    /// <returns>A request with the same filters.</returns>
    internal DescribeImagesRequest Copy() => (DescribeImagesRequest)MemberwiseClone();
}
