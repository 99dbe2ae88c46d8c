using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Credentials;

/// <summary>
/// The vendor's folder <c>.zenlayer</c>: <c>credentials.json</c>, an object of profiles by name, and <c>config.json</c>,
/// which names the one in use. Only read, never written.
/// </summary>
/// <param name="home">The folder that holds it; null where there is none, and so no profile.</param>
internal sealed class ProfileFolder(string? home)
{
    private const string DefaultProfile = "default";

    private const string Name = ".zenlayer";

    private readonly string _configPath = home is null ? string.Empty : Path.Combine(home, Name, "config.json");
    private readonly string _credentialsPath = home is null ? string.Empty : Path.Combine(home, Name, "credentials.json");
    private readonly List<string> _warnings = [];
    private Dictionary<string, ProfileEntry>? _entries;

    /// <summary>The credentials file, for messages.</summary>
    public string CredentialsPath => home is null ? "~/.zenlayer/credentials.json (this user has no home folder)" : _credentialsPath;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The profiles' names.</summary>
    public IReadOnlyList<string> Names => [.. Entries.Keys];

    private Dictionary<string, ProfileEntry> Entries
        => _entries ??= Read(_credentialsPath, ProfileJsonContext.Default.DictionaryStringProfileEntry) ?? [];

    /// <summary>The credentials of the profile in use; null where there is no such profile and nobody named one.</summary>
    public ZecCredential? FindCurrent()
    {
        var named = Read(_configPath, ProfileJsonContext.Default.ProfileSettings)?.CurrentProfile;
        if (string.IsNullOrWhiteSpace(named))
        {
            return Find(DefaultProfile);
        }

        // The vendor's command line writes "default" there before any profile exists.
        return Find(named!) ?? (named == DefaultProfile
            ? null
            : throw new ZecConfigurationException(
                "ProfileNotFound", $"The profile '{named}' is in use by {_configPath} and is not in {CredentialsPath}."));
    }

    /// <summary>The credentials of a profile; null where the file has no such profile.</summary>
    public ZecCredential? Find(string name)
    {
        if (!Entries.TryGetValue(name, out var entry) || entry is null)
        {
            return null;
        }

        if (_warnings.Count == 0 && ProfilePermissions.Warning(_credentialsPath) is { } warning)
        {
            _warnings.Add(warning);
        }

        var source = $"profile {name}";
        return (entry.Token, entry.AccessKeyId, entry.AccessKeySecret) switch
        {
            ({ Length: > 0 } token, _, _) => ZecCredential.FromToken(token, source),
            (_, { Length: > 0 } id, { Length: > 0 } secret) => ZecCredential.FromAccessKey(id, secret, source),
            _ => throw new ZecConfigurationException(
                "CredentialIncomplete",
                $"The profile '{name}' in {CredentialsPath} has neither a token nor both access_key_id and access_key_secret."),
        };
    }

    private static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        if (path.Length == 0 || ProfileFile.Read(path) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException e)
        {
            // Where, and never what: the text around the fault may be a secret.
            throw new ZecConfigurationException(
                "CredentialFileMalformed",
                $"The file {path} is not valid JSON of the expected form (line {e.LineNumber + 1}). Correct it, or write it again.");
        }
    }
}
