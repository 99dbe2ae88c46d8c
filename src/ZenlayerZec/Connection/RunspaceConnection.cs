using System.Diagnostics.CodeAnalysis;
using System.Management.Automation.Runspaces;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;

namespace ZenlayerZec.Connection;

/// <summary>
/// Which connection a runspace uses: the one of its Connect-Zec; else one with the credentials of the environment or the profile file,
/// unless these are another account than the one that was asked for, or others protect other tags in it. Runspaces never share one, so that parallel runbooks cannot change
/// each other's account.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as its runspace, which tells nobody when it ends.")]
internal sealed class RunspaceConnection(ZecProcess process, Runspace runspace)
{
    /// <summary>The code where the last Connect-Zec failed.</summary>
    public const string ConnectFailed = "ConnectFailed";

    /// <summary>The code where only others have asked for an account.</summary>
    public const string ConnectedElsewhere = "ConnectedElsewhere";

    /// <summary>How many of the accounts of other runspaces an error names.</summary>
    private const int MostNamed = 3;

    private volatile ZecConnection? _connected;
    private volatile bool _hasFailed;
    private ZecConnection? _found;
    private IReadOnlyList<string> _untold = [];

    /// <summary>What Connect-Zec made; null before it, after one that failed, and after Disconnect-Zec.</summary>
    public ZecConnection? Connected => _connected;

    /// <summary>Where the change was asked for that a command makes in the place of another; null where it makes its own.</summary>
    public JournalOrigin? Origin { get; set; }

    /// <summary>Whether the runspace has asked for an account: it is connected, or its last Connect-Zec failed. Read by other runspaces.</summary>
    public bool HasAsked => _hasFailed || _connected is { IsConnected: true };

    /// <summary>Whether the runspace has ended.</summary>
    public bool IsOver => runspace.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken;

    /// <summary>Connect-Zec has connected.</summary>
    public void Connect(ZecConnection connection)
    {
        _connected = connection;
        _hasFailed = false;
        process.Remember(this);
    }

    /// <summary>Connect-Zec has failed: whoever goes on must not act in the account of before, nor in that of the environment.</summary>
    public void Fail()
    {
        _hasFailed = true;
        _connected = null;
        process.Remember(this);
    }

    /// <summary>As if it had never been connected.</summary>
    public void Disconnect()
    {
        _connected = null;
        _hasFailed = false;
    }

    /// <summary>The connection to use.</summary>
    /// <param name="warn">
    /// Told what a person should know of the credentials, once for a connection; null keeps it for the next who asks.
    /// </param>
    /// <returns>What Connect-Zec made, else one of the environment's or the profile's credentials.</returns>
    /// <exception cref="ZecConfigurationException">There are no usable credentials, or it is not certain that they are meant.</exception>
    public ZecConnection Use(Action<string>? warn)
    {
        var found = Check();
        return _connected ?? Tell(found ?? Find(), warn);
    }

    /// <summary>Refuses where an account was asked for and this runspace has none.</summary>
    /// <returns>The connection of the environment's or the profile's credentials, where it had to be looked for; else null.</returns>
    /// <exception cref="ZecConfigurationException">It is not certain which account is meant.</exception>
    public ZecConnection? Check()
    {
        if (_connected is not null)
        {
            return null;
        }

        if (_hasFailed)
        {
            throw new ZecConfigurationException(
                ConnectFailed,
                "The last Connect-Zec of this runspace failed, so that there is no account to use. Run Connect-Zec again, or name a connection "
                + "with -Connection. After Disconnect-Zec the credentials of the environment or of the profile file are used.");
        }

        var others = process.OthersThan(this);
        return others.Count == 0 ? null : FoundAs(others) ?? throw new ZecConfigurationException(ConnectedElsewhere, Elsewhere(others));
    }

    private static string Elsewhere(IReadOnlyList<RunspaceConnection> others)
    {
        string[] accounts = [.. others.Select(other => other.Connected?.Account).OfType<string>().Distinct(StringComparer.Ordinal)];
        var what = accounts.Length == 0
            ? "Connect-Zec failed in another runspace of this process"
            : $"Another runspace of this process is connected to {string.Join(", ", accounts.Take(MostNamed))}{(accounts.Length > MostNamed ? ", …" : string.Empty)}";
        return $"{what}, and this runspace is not connected. Give it the connection: $c = Connect-Zec … -PassThru outside the script block, and "
            + "-Connection $using:c for each command in it. Or connect in this runspace with Connect-Zec.";
    }

    /// <summary>
    /// The connection that the environment or the profile file gives, where others are connected only to its account, and with the same
    /// protected tags; else null.
    /// </summary>
    private ZecConnection? FoundAs(IReadOnlyList<RunspaceConnection> others)
    {
        try
        {
            var found = Find();
            return others.All(other => other.Connected is { } connected && connected.IsSameAccount(found) && connected.HasSameProtection(found)) ? found : null;
        }
        catch (ZecConfigurationException)
        {
            // What they offer cannot be used; whatever is wrong with it, something else was asked for.
            return null;
        }
    }

    private ZecConnection Find()
    {
        // Looked for anew each time, so that a changed environment counts at once; the connection is kept while they are the same.
        var search = new CredentialSearch();
        var options = new ZecClientOptions(search.Find());
        if (search.Endpoint is { } endpoint)
        {
            options.Endpoint = ZecEndpoint.Parse(endpoint);
        }

        if (_found?.IsMadeOf(options) != true)
        {
            _found = new ZecConnection(options);
            _untold = [.. search.Warnings];
        }

        return _found;
    }

    private ZecConnection Tell(ZecConnection found, Action<string>? warn)
    {
        if (warn is not null)
        {
            foreach (var warning in _untold)
            {
                warn(warning);
            }

            _untold = [];
        }

        return found;
    }
}
