using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Security;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Connects this runspace to a ZEC account.</para>
/// <para type="description">Checks the settings and keeps them for the other cmdlets. It sends nothing: the first request goes out
/// with the first command. If it fails, the other cmdlets refuse to work without -Connection until it succeeds, or until
/// Disconnect-Zec, so that no command acts in another account than the one that was asked for.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Zec", DefaultParameterSetName = SearchSet, HelpUri = OnlineHelp.Pages + "Connect-Zec.md")]
[OutputType(typeof(ZecConnection))]
public sealed class ConnectZecCommand : ModuleCmdlet, IDisposable
{
    private const string SearchSet = "Search";
    private const string CredentialSet = "Credential";
    private const string AccessKeySet = "AccessKey";
    private const string TokenSet = "Token";
    private const string ProfileSet = "Profile";
    private const string SimulatorSet = "Simulator";
    private const string VaultSet = "Vault";

    private readonly List<object?> _piped = [];
    private bool _isConnected;

    /// <summary><para type="description">The access key: its ID as the user name, its secret as the password.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet, Position = 0)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [System.Management.Automation.Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary><para type="description">What a vault returns: a PSCredential, with the access key's ID as the user name, or a hashtable with the keys
    /// AccessKeyId and AccessKeySecret, or with the key Token. Exactly one must come down the pipeline.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = VaultSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary><para type="description">The access key's ID.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessKeySet)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? AccessKeyId { get; set; }

    /// <summary><para type="description">The access key's secret.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessKeySet)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? AccessKeySecret { get; set; }

    /// <summary><para type="description">A bearer token.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? Token { get; set; }

    /// <summary><para type="description">A profile of ~/.zenlayer/credentials.json, the file of the vendor's command line.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ProfileSet)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary><para type="description">Connects to a simulated account in memory: no network, no cost.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = SimulatorSet)]
    public SwitchParameter Simulator { get; set; }

    /// <summary><para type="description">How many instances the simulated account has.</para></summary>
    [Parameter(ParameterSetName = SimulatorSet)]
    [ValidateRange(0, 1_000_000)]
    public int SimulatedInstanceCount { get; set; } = 250;

    /// <summary><para type="description">How many of the simulated instances refuse to be released, to rehearse failure.</para></summary>
    [Parameter(ParameterSetName = SimulatorSet)]
    [ValidateRange(0, 1_000_000)]
    public int SimulatedFailureCount { get; set; }

    /// <summary><para type="description">How many of the simulated instances have the tag zec:keep, to rehearse protection.</para></summary>
    [Parameter(ParameterSetName = SimulatorSet)]
    [ValidateRange(0, 1_000_000)]
    public int SimulatedProtectedCount { get; set; }

    /// <summary><para type="description">Where requests go, if not to the vendor's own host. Without https only to this machine.</para></summary>
    [Parameter(ParameterSetName = SearchSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = AccessKeySet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = VaultSet)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Endpoint { get; set; }

    /// <summary><para type="description">How many seconds one attempt of a request may take.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary><para type="description">How many seconds a request may take with all its attempts and the waits between them.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int OverallTimeoutSec { get; set; } = 600;

    /// <summary><para type="description">How long the module looks for the outcome of a batch whose answer was lost, in seconds. What
    /// is not known by then is Unknown.</para></summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int SettleTimeoutSec { get; set; } = 30;

    /// <summary><para type="description">How often a request is sent at the most, the first time included.</para></summary>
    [Parameter]
    [ValidateRange(1, 20)]
    public int MaximumAttemptCount { get; set; } = 4;

    /// <summary><para type="description">How many requests may be on their way at once; fewer where the service says that there are too
    /// many.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = ZecClientOptions.DefaultThrottleLimit;

    /// <summary><para type="description">The URL of the proxy to use. By default, the proxy that HTTPS_PROXY and NO_PROXY specify.</para></summary>
    [Parameter(ParameterSetName = SearchSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = AccessKeySet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = VaultSet)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Proxy { get; set; }

    /// <summary><para type="description">The user name and password for the proxy that -Proxy specifies.</para></summary>
    [Parameter(ParameterSetName = SearchSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = AccessKeySet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = VaultSet)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [System.Management.Automation.Credential]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary><para type="description">Uses the credentials of the current user for the proxy that -Proxy specifies.</para></summary>
    [Parameter(ParameterSetName = SearchSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = AccessKeySet)]
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = VaultSet)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary><para type="description">The tags whose instances Remove-ZecInstance and Reset-ZecInstance skip: a key, or key=value. An
    /// empty list turns the protection off.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowEmptyCollection]
    [ValidateNotNull]
    [ValidateProtectedTag]
    public string[]? ProtectedTag { get; set; }

    /// <summary><para type="description">What the account is called in errors, in questions and in the property Account of its objects; by
    /// default the access key's ID and the host. A name stands for one account in a process.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateAccountName]
    public string? Name { get; set; }

    /// <summary><para type="description">Emits the connection, for -Connection of other cmdlets.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Whatever was in the way, an account was asked for and is not connected: PowerShell disposes of a cmdlet also where its parameters
    /// could not be bound, or where the pipeline ended before it.
    /// </summary>
    public void Dispose()
    {
        if (!_isConnected && Runspace.DefaultRunspace is not null)
        {
            ZecProcess.Current.Runspace.Fail();
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == VaultSet)
        {
            _piped.Add(InputObject?.BaseObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ProxyFault() is { } fault)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException(fault), "ProxyParameters", ErrorCategory.InvalidArgument, null));
        }

        try
        {
            var process = ZecProcess.Current;
            var options = Simulator
                ? SimulatedAccount.Options(process.NextSimulator(), SimulatedInstanceCount, SimulatedFailureCount, SimulatedProtectedCount)
                : Options();
            options.AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec);
            options.OverallTimeout = TimeSpan.FromSeconds(OverallTimeoutSec);
            options.SettleTimeout = TimeSpan.FromSeconds(SettleTimeoutSec);
            options.MaximumAttempts = MaximumAttemptCount;
            options.ThrottleLimit = ThrottleLimit;
            if (Name is not null)
            {
                process.Name(options, Name, Simulator);
            }

            var connection = new ZecConnection(options, Simulator, ProtectedTag);
            process.Runspace.Connect(connection);
            _isConnected = true;
            if (PassThru)
            {
                WriteObject(connection);
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
        }
    }

    /// <summary>What Invoke-RestMethod refuses too.</summary>
    private string? ProxyFault() => (Proxy, ProxyCredential, ProxyUseDefaultCredentials.IsPresent) switch
    {
        (_, not null, true) => "-ProxyCredential and -ProxyUseDefaultCredentials cannot be used together.",
        (null, not null, _) => "-ProxyCredential requires -Proxy.",
        (null, _, true) => "-ProxyUseDefaultCredentials requires -Proxy.",
        _ => null,
    };

    private ZecClientOptions Options()
    {
        var search = new CredentialSearch();
        var options = new ZecClientOptions(ZecCredential(search));
        if ((Endpoint ?? search.Endpoint) is { } endpoint)
        {
            options.Endpoint = ZecEndpoint.Parse(endpoint);
        }

        if (Proxy is not null)
        {
            options.Proxy = ZecClientOptions.ParseProxy(Proxy);
            options.ProxyCredentials = ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : ProxyCredential?.GetNetworkCredential();
        }

        foreach (var warning in search.Warnings)
        {
            WriteWarning(warning);
        }

        return options;
    }

    private ZecCredential ZecCredential(CredentialSearch search) => ParameterSetName switch
    {
        CredentialSet => Client.Credentials.ZecCredential.FromAccessKey(
            Credential!.UserName, SecretText.Of(Credential.Password), "Connect-Zec -Credential"),
        AccessKeySet => Client.Credentials.ZecCredential.FromAccessKey(
            AccessKeyId!, SecretText.Of(AccessKeySecret!), "Connect-Zec -AccessKeyId"),
        TokenSet => Client.Credentials.ZecCredential.FromToken(SecretText.Of(Token!), "Connect-Zec -Token"),
        ProfileSet => search.Profile(ProfileName!),
        VaultSet => PipedCredential.Of(_piped),

        // A pipeline was to bring the credentials, and brought none: those of the environment may be another account's.
        _ when MyInvocation.ExpectingInput => PipedCredential.Of(_piped),
        _ => search.Find(),
    };
}
