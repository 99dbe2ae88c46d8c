using System.Text.Json.Serialization;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json;

/// <summary>Everything that is read or written as JSON, with code made at build time: no reflection at the first call.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ApiTimeConverter), typeof(ApiObjectConverter), typeof(SharedTextConverter)])]
[JsonSerializable(typeof(TagSet))]
[JsonSerializable(typeof(DescribeInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeInstancesResponse>))]
[JsonSerializable(typeof(DescribeInstancesStatusRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeInstancesStatusResponse>))]
[JsonSerializable(typeof(DescribeZonesRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeZonesResponse>))]
[JsonSerializable(typeof(DescribeZoneInstanceConfigInfosRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeZoneInstanceConfigInfosResponse>))]
[JsonSerializable(typeof(DescribeImagesRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeImagesResponse>))]
[JsonSerializable(typeof(DescribeTimeZonesRequest))]
[JsonSerializable(typeof(ZecEnvelope<DescribeTimeZonesResponse>))]
[JsonSerializable(typeof(ModifyInstancesAttributeRequest))]
[JsonSerializable(typeof(ZecEnvelope<ModifyInstancesAttributeResponse>))]
[JsonSerializable(typeof(CreateZecInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<CreateZecInstancesResponse>))]
[JsonSerializable(typeof(ReleaseInstancesRequest))]
[JsonSerializable(typeof(StartInstancesRequest))]
[JsonSerializable(typeof(StopInstancesRequest))]
[JsonSerializable(typeof(RebootInstancesRequest))]
[JsonSerializable(typeof(ResetInstancesRequest))]
[JsonSerializable(typeof(ZecEnvelope<FailedInstancesResponse>))]
[JsonSerializable(typeof(ApiObject))]
[JsonSerializable(typeof(ZecEnvelope<ApiObject>))]
internal sealed partial class ZecJsonContext : JsonSerializerContext;
