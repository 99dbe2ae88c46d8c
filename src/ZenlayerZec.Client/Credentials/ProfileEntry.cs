using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Credentials;

/// <summary>One profile in <c>credentials.json</c>, as the vendor's command line writes it.</summary>
internal sealed class ProfileEntry
{
    [JsonPropertyName("access_key_id")]
    public string? AccessKeyId { get; set; }

    [JsonPropertyName("access_key_secret")]
    public string? AccessKeySecret { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }
}

/// <summary>What matters here of <c>config.json</c>: the profile that is in use.</summary>
internal sealed class ProfileSettings
{
    [JsonPropertyName("current_profile")]
    public string? CurrentProfile { get; set; }
}
