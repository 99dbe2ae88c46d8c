using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Catalogue;
using ZenlayerZec.Client.Credentials;

namespace ZenlayerZec.Connection;

/// <summary>Who talks to which ZEC account, and how. Made by Connect-Zec; it shows no secret.</summary>
public sealed class ZecConnection : IDisposable
{
    private readonly ZecClient _client;
    private readonly string _caller;
    private ZecCredential? _credential;

    /// <summary>The tags that protect where nobody names others.</summary>
    private static readonly string[] DefaultProtectedTags = ["zec:keep"];

    internal ZecConnection(ZecClientOptions options, bool isSimulator = false, IReadOnlyList<string>? protectedTags = null)
    {
        // The options themselves are not kept: they hold secrets, which are to be gone once the connection is closed.
        _credential = options.Credential;
        _caller = options.Credential.Caller;
        Account = options.Account;
        options.Sent = ZecProcess.Current.Sent;
        options.ProtectedTags = [.. (protectedTags ?? DefaultProtectedTags).Select(ProtectedTag.Parse).OfType<ProtectedTag>()];
        ProtectedTags = [.. options.ProtectedTags.Select(tag => tag.ToString())];
        options.Journal = isSimulator ? null : ZecProcess.Current.Journal;
        _client = new ZecClient(options);
        Endpoint = isSimulator ? "simulator" : options.Endpoint.ToString();
        AccessKeyId = options.Credential.AccessKeyId;
        CredentialSource = options.Credential.Source;
        TimeoutSec = (int)options.AttemptTimeout.TotalSeconds;
        OverallTimeoutSec = (int)options.OverallTimeout.TotalSeconds;
        SettleTimeoutSec = (int)options.SettleTimeout.TotalSeconds;
        MaximumAttempts = options.MaximumAttempts;
        ThrottleLimit = options.ThrottleLimit;
        Proxy = options.Proxy is { } proxy ? ZecEndpoint.Named(proxy) : null;
        Catalogue = new AccountCatalogue(_client);
        IsSimulator = isSimulator;
    }

    /// <summary>Where requests go; <c>simulator</c> where they go nowhere.</summary>
    public string Endpoint { get; }

    /// <summary>
    /// The account, as its objects carry it: the name that Connect-Zec -Name gave, <c>simulator-1</c> and so on for simulated ones, else who
    /// proves the requests and the host.
    /// </summary>
    public string Account { get; }

    /// <summary>The access key's ID; null for a token.</summary>
    public string? AccessKeyId { get; }

    /// <summary>Where the credentials came from, in words.</summary>
    public string CredentialSource { get; }

    /// <summary>How many seconds one attempt of a request may take.</summary>
    public int TimeoutSec { get; }

    /// <summary>How many seconds a request may take with all its attempts and the waits between them.</summary>
    public int OverallTimeoutSec { get; }

    /// <summary>How many seconds the module looks for what became of a batch whose answer was lost.</summary>
    public int SettleTimeoutSec { get; }

    /// <summary>How often a request is sent at the most.</summary>
    public int MaximumAttempts { get; }

    /// <summary>How many requests may be on their way at once.</summary>
    public int ThrottleLimit { get; }

    /// <summary>The tags whose instances are neither released nor reset; none where there is no protection.</summary>
    public IReadOnlyList<string> ProtectedTags { get; }

    /// <summary>The proxy's address, without its user; null where the environment decides.</summary>
    public string? Proxy { get; }

    /// <summary>Whether the account is simulated.</summary>
    public bool IsSimulator { get; }

    /// <summary>Whether it can be used; false after Disconnect-Zec.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>The client behind it.</summary>
    internal ZecClient Client => IsConnected
        ? _client
        : throw new PSInvalidOperationException($"The connection to {Account} was closed by Disconnect-Zec. Connect again with Connect-Zec.");

    /// <summary>What the account offers, for suggestions.</summary>
    internal AccountCatalogue Catalogue { get; }

    /// <summary>The account.</summary>
    public override string ToString() => Account;

    /// <summary>Whether it was made of the same credentials and endpoint.</summary>
    internal bool IsMadeOf(ZecClientOptions options)
        => IsConnected && _credential!.IsSame(options.Credential) && Endpoint == options.Endpoint.ToString();

    /// <summary>Whether another one has the same caller and endpoint, whatever it is called and with whichever secret.</summary>
    internal bool IsSameAccount(ZecConnection other)
        => IsSimulator == other.IsSimulator && _caller == other._caller && Endpoint == other.Endpoint;

    /// <summary>Whether another one has the same protected tags.</summary>
    internal bool HasSameProtection(ZecConnection other) => _client.Options.Protection == other._client.Options.Protection;

    /// <summary>Closes it and lets go of its credentials, also where the connection itself is kept.</summary>
    public void Dispose()
    {
        IsConnected = false;
        _client.Dispose();
        _credential = null;
    }
}
