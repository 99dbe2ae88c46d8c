using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Credentials;

/// <summary>
/// The vendor's folder <c>.zenlayer</c>: <c>credentials.json</c>, an object of profiles by name, and <c>config.json</c>,
/// which names the one in use. Only read, never written.
/// </summary>
internal sealed class ProfileFolder(string folder)
{
    private const string DefaultProfile = "default";

    private readonly string _configPath = Path.Combine(folder, "config.json");
    private readonly List<string> _warnings = [];
    private Dictionary<string, ProfileEntry>? _entries;

    public string CredentialsPath { get; } = Path.Combine(folder, "credentials.json");

    public IReadOnlyList<string> Warnings => _warnings;

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
        _entries ??= Read(CredentialsPath, ProfileJsonContext.Default.DictionaryStringProfileEntry) ?? [];
        if (!_entries.TryGetValue(name, out var entry) || entry is null)
        {
            return null;
        }

        if (_warnings.Count == 0 && OthersCanRead(CredentialsPath))
        {
            _warnings.Add($"Other users of this machine can read {CredentialsPath}, which holds secrets. Restrict it: chmod 600.");
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
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) : null;
        }
        catch (JsonException e)
        {
            // Where, and never what: the text around the fault may be a secret.
            throw new ZecConfigurationException(
                "CredentialFileMalformed",
                $"The file {path} is not the JSON that it should be (line {e.LineNumber + 1}). Mend it, or write it anew.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ZecConfigurationException("CredentialFileUnreadable", $"The file {path} cannot be read: {e.Message}");
        }
    }

#if NET
    private static bool OthersCanRead(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;
    }
#else
    // Windows PowerShell's build: a home folder there keeps others out by itself.
    private static bool OthersCanRead(string _) => false;
#endif
}
