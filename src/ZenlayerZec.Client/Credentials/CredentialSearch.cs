using System.Runtime.InteropServices;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Credentials;

/// <summary>
/// Finds credentials where the vendor's own command line keeps them, under its names: the environment first, then the profile in use.
/// What somebody named is used or is an error, never another account in its place: a profile that is missing, a variable that is blank, and
/// an environment that names a profile and also holds other credentials.
/// </summary>
public sealed class CredentialSearch
{
    private const string KeyIdVariable = "ZENLAYER_ACCESS_KEY_ID";
    private const string KeySecretVariable = "ZENLAYER_ACCESS_KEY_SECRET";
    private const string TokenVariable = "ZENLAYER_TOKEN";
    private const string ProfileVariable = "ZENLAYER_PROFILE";
    private const string EndpointVariable = "ZENLAYER_ENDPOINT";

    private readonly Func<string, string?> _environment;
    private readonly ProfileFolder _profiles;

    /// <summary>A search in the process's environment and the user's home.</summary>
    public CredentialSearch()
        : this(Environment.GetEnvironmentVariable, UserHome.Find(
            Environment.GetEnvironmentVariable,
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows),
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)))
    {
    }

    /// <summary>A search elsewhere.</summary>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    /// <param name="home">The folder that holds <c>.zenlayer</c>; null where there is none, and so no profile.</param>
    public CredentialSearch(Func<string, string?> environment, string? home)
    {
        _environment = environment ?? throw new ArgumentNullException(nameof(environment));
        _profiles = new ProfileFolder(home);
    }

    /// <summary>What a person should know of where the credentials were found, such as a file that others can read.</summary>
    public IReadOnlyList<string> Warnings => _profiles.Warnings;

    /// <summary>The endpoint that the environment names; null where it names none.</summary>
    /// <exception cref="ZecConfigurationException">The variable is blank.</exception>
    public string? Endpoint => Variable(EndpointVariable);

    /// <summary>The credentials of a named profile.</summary>
    /// <param name="profileName">The profile's name.</param>
    /// <returns>Its credentials.</returns>
    /// <exception cref="ZecConfigurationException">There is no such profile, it has no credentials, or the file is unreadable.</exception>
    public ZecCredential Profile(string profileName)
        => _profiles.Find(profileName) ?? throw MissingProfile(profileName, "was asked for");

    /// <summary>The names of the profiles, for suggestions; nothing else of them is looked at.</summary>
    /// <returns>The names, in the order of the file.</returns>
    /// <exception cref="ZecConfigurationException">The file is unreadable.</exception>
    public IReadOnlyList<string> ProfileNames() => _profiles.Names;

    /// <summary>The credentials that the surroundings offer.</summary>
    /// <returns>The environment's token or key pair, else the credentials of the profile in use.</returns>
    /// <exception cref="ZecConfigurationException">There are none, or they are incomplete.</exception>
    public ZecCredential Find()
    {
        var named = Variable(ProfileVariable);
        var profile = named is null ? null : _profiles.Find(named) ?? throw MissingProfile(named, $"is named by {ProfileVariable}");
        var direct = FromEnvironment();
        return direct is not null && profile is not null && !direct.IsSame(profile)
            ? throw new ZecConfigurationException(
                "CredentialAmbiguous",
                $"{ProfileVariable} names the profile '{named}', and the {direct.Source} is set to other credentials. Remove one of them, or "
                + "connect with Connect-Zec and -ProfileName, -AccessKeyId or -Token.")
            : direct ?? profile ?? _profiles.FindCurrent() ?? throw None();
    }

    private ZecCredential? FromEnvironment()
    {
        if (Variable(TokenVariable) is { } token)
        {
            return ZecCredential.FromToken(token, $"environment variable {TokenVariable}");
        }

        return (Variable(KeyIdVariable), Variable(KeySecretVariable)) switch
        {
            (null, null) => null,
            ({ } id, { } secret) => ZecCredential.FromAccessKey(id, secret, $"environment variable {KeyIdVariable}"),
            (null, _) => throw HalfAKey(KeySecretVariable, KeyIdVariable),
            _ => throw HalfAKey(KeyIdVariable, KeySecretVariable),
        };
    }

    /// <summary>A variable's value; null where it is not set. An empty one counts as not set, as shells and CI systems have it.</summary>
    private string? Variable(string name) => _environment(name) switch
    {
        null or "" => null,
        var value when string.IsNullOrWhiteSpace(value) => throw new ZecConfigurationException(
            "CredentialIncomplete", $"The environment variable {name} is set and is blank: give it a value, or remove it."),
        var value => value.Trim(),
    };

    private ZecConfigurationException MissingProfile(string name, string why) => new(
        "ProfileNotFound", $"The profile '{name}' {why} and is not in {_profiles.CredentialsPath}.");

    private static ZecConfigurationException HalfAKey(string present, string missing) => new(
        "CredentialIncomplete", $"The environment variable {present} is set and {missing} is not: set both, or neither.");

    private ZecConfigurationException None() => new(
        ZecConfigurationException.NoCredentials,
        "There are no credentials for ZEC. Give them in one of three ways: (1) Connect-Zec with -Credential, -AccessKeyId and "
        + $"-AccessKeySecret, or -Token; (2) the environment variables {KeyIdVariable} and {KeySecretVariable}, or {TokenVariable}; "
        + $"(3) a profile in {_profiles.CredentialsPath}. To try the module without an account: Connect-Zec -Simulator.");
}
