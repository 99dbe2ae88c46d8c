using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Catalogue;

namespace ZenlayerZec.Connection;

/// <summary>Who talks to which ZEC account, and how. Made by Connect-Zec; it shows no secret.</summary>
public sealed class ZecConnection : IDisposable
{
    private readonly ZecClientOptions _options;
    private readonly ZecClient _client;

    internal ZecConnection(ZecClientOptions options, bool isSimulator = false)
    {
        _options = options;
        _client = new ZecClient(options);
        Catalogue = new AccountCatalogue(_client);
        IsSimulator = isSimulator;
    }

    /// <summary>Where requests go; <c>simulator</c> where they go nowhere.</summary>
    public string Endpoint => IsSimulator ? "simulator" : _options.Endpoint.ToString();

    /// <summary>
    /// The account, as its objects carry it: the name that Connect-Zec -Name gave, <c>simulator-1</c> and so on for simulated ones, else who
    /// proves the requests and the host.
    /// </summary>
    public string Account => _options.Account;

    /// <summary>The access key's ID; null for a token.</summary>
    public string? AccessKeyId => _options.Credential.AccessKeyId;

    /// <summary>Where the credentials came from, in words.</summary>
    public string CredentialSource => _options.Credential.Source;

    /// <summary>How many seconds one attempt of a request may take.</summary>
    public int TimeoutSec => (int)_options.AttemptTimeout.TotalSeconds;

    /// <summary>How many seconds a request may take with all its attempts and the waits between them.</summary>
    public int OverallTimeoutSec => (int)_options.OverallTimeout.TotalSeconds;

    /// <summary>How often a request is sent at the most.</summary>
    public int MaximumAttempts => _options.MaximumAttempts;

    /// <summary>How many requests may be on their way at once.</summary>
    public int ThrottleLimit => _options.ThrottleLimit;

    /// <summary>The proxy's address, without its user; null where the environment decides.</summary>
    public string? Proxy => _options.Proxy?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

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
        => IsConnected && _options.Credential.IsSame(options.Credential) && _options.Endpoint.ToString() == options.Endpoint.ToString();

    /// <summary>Whether another one has the same caller and endpoint, whatever it is called and with whichever secret.</summary>
    internal bool IsSameAccount(ZecConnection other)
        => IsSimulator == other.IsSimulator
            && _options.Credential.Caller == other._options.Credential.Caller
            && _options.Endpoint.ToString() == other._options.Endpoint.ToString();

    /// <summary>Closes it and forgets its credentials.</summary>
    public void Dispose()
    {
        IsConnected = false;
        _client.Dispose();
    }
}
