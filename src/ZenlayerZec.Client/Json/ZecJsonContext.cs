using System.Text.Json.Serialization;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json;

/// <summary>Everything that is read or written as JSON, with code made at build time: no reflection at the first call.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ApiTimeConverter), typeof(SharedTextConverter)])]
[JsonSerializable(typeof(TagSet))]
[JsonSerializable(typeof(DescribeInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeInstancesResponse>))]
[JsonSerializable(typeof(ReleaseInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<ReleaseInstancesResponse>))]
internal sealed partial class ZecJsonContext : JsonSerializerContext;
