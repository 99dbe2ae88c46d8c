using System.Net;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Time;

namespace ZenlayerZec.Client;

/// <summary>What a <see cref="ZecClient"/> is made of.</summary>
/// <param name="credential">How requests prove who sends them.</param>
public sealed class ZecClientOptions(ZecCredential credential)
{
    /// <summary>How many requests are on their way at once where nobody says otherwise.</summary>
    public const int DefaultThrottleLimit = 8;

    /// <summary>How requests prove who sends them.</summary>
    public ZecCredential Credential { get; private set; } = credential ?? throw new ArgumentNullException(nameof(credential));

    /// <summary>
    /// What the account is called in messages and in the objects that are read from it; by default who proves the requests, and the host.
    /// Objects of two connections belong to one account where it is the same.
    /// </summary>
    public string Account
    {
        get => field ?? Identity;
        set;
    }

    /// <summary>
    /// Whose things are written to, however the user calls the account: who proves the requests, and the host. What was sent is noted by it.
    /// </summary>
    internal string Identity
    {
        get => field ?? $"{Credential.Caller}@{Endpoint.Host}";
        set;
    }

    /// <summary>Where requests go.</summary>
    public ZecEndpoint Endpoint { get; set; } = ZecEndpoint.Default;

    /// <summary>How long one attempt may take, from connecting to the last byte of the answer; more than zero.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a request may take with all its attempts and the waits between them; more than zero.</summary>
    public TimeSpan OverallTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long it is looked for what became of a batch whose answer was lost; more than zero.</summary>
    public TimeSpan SettleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is sent at the most, the first time included.</summary>
    public int MaximumAttempts { get; set; } = 4;

    /// <summary>How many requests may be on their way at once; fewer where the service says that there are too many.</summary>
    public int ThrottleLimit { get; set; } = DefaultThrottleLimit;

    /// <summary>The tags that keep a thing from being destroyed; none where nobody names any.</summary>
    internal IReadOnlyList<ProtectedTag> ProtectedTags
    {
        get;
        set => (field, Protection) = (value, ProtectedTag.Together(value));
    }
    = [];

    /// <summary>Text that is the same for connections that protect the same things. It is compared for each of many instances.</summary>
    internal string Protection { get; private set; } = string.Empty;

    /// <summary>The proxy; null means the one that the environment names (HTTPS_PROXY, NO_PROXY), if any.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>Who asks <see cref="Proxy"/>; null means the user and the password in its URL, if any.</summary>
    public ICredentials? ProxyCredentials { get; set; }

    /// <summary>What carries the requests in place of the network; the client disposes of it.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>The clock for everything that has to do with time: signatures, time-outs, and the waits between attempts.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Copies everything but the credential and the proxy's, for parts of a client that must not keep a secret once it is closed.</summary>
    internal ZecClientOptions WithoutCredential()
    {
        var copy = (ZecClientOptions)MemberwiseClone();
        copy.Account = Account;
        copy.Identity = Identity;
        copy.Credential = null!;
        copy.Proxy = null;
        copy.ProxyCredentials = null;
        return copy;
    }

    /// <summary>What this process has sent; connections that share it know of each other's releases.</summary>
    internal SentActions Sent { get; set; } = new();

    /// <summary>Where changes are noted before they are sent; null where they are not, as with a simulated account.</summary>
    internal WriteJournal? Journal { get; set; }

    /// <summary>Waits, by the connection's clock.</summary>
    internal Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Clock.DelayAsync(delay, cancellationToken);

    /// <summary>Reads a proxy as a person writes it.</summary>
    /// <param name="proxy">The URL.</param>
    /// <returns>The proxy's URL.</returns>
    /// <exception cref="ZecConfigurationException">It is not an http or https URL.</exception>
    public static Uri ParseProxy(string proxy)
        => Uri.TryCreate(proxy?.Trim(), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.Host.Length > 0
            ? uri
            : throw new ZecConfigurationException(
                "ProxyInvalid", "The proxy is not a valid http or https URL. A proxy looks like http://proxy.example.com:3128");
}
