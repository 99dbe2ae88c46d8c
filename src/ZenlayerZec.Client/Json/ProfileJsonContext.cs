using System.Text.Json.Serialization;
using ZenlayerZec.Client.Credentials;

namespace ZenlayerZec.Client.Json;

/// <summary>The vendor's credential files. Apart from what the API answers: no text of theirs is kept to be shared.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, ProfileEntry>))]
[JsonSerializable(typeof(ProfileSettings))]
internal sealed partial class ProfileJsonContext : JsonSerializerContext;
