using System.Text.Json.Serialization;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;

namespace ZenlayerZec.Client.Json;

/// <summary>Everything that is read or written as JSON, with code made at build time: no reflection at the first call.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ApiTimeConverter)])]
[JsonSerializable(typeof(TagSet))]
[JsonSerializable(typeof(DescribeInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeInstancesResponse>))]
[JsonSerializable(typeof(ReleaseInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<ReleaseInstancesResponse>))]
[JsonSerializable(typeof(Dictionary<string, ProfileEntry>))]
[JsonSerializable(typeof(ProfileSettings))]
internal sealed partial class ZecJsonContext : JsonSerializerContext;
