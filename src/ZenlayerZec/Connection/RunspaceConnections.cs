using System.Diagnostics.CodeAnalysis;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;

namespace ZenlayerZec.Connection;

/// <summary>
/// Which connection a runspace uses: the one of its Connect-Zec, else one made of what the environment or the profile file
/// offers. Runspaces never share one, so that parallel runbooks cannot change each other's account.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as its runspace, which tells nobody when it ends.")]
internal sealed class RunspaceConnections
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnections> All = new();

    private ZecConnection? _found;
    private IReadOnlyList<string> _untold = [];

    private RunspaceConnections()
    {
    }

    /// <summary>The current runspace's.</summary>
    public static RunspaceConnections Current => All.GetValue(Runspace.DefaultRunspace, _ => new RunspaceConnections());

    /// <summary>What Connect-Zec made; null before it, and after Disconnect-Zec.</summary>
    public ZecConnection? Connected { get; set; }

    /// <summary>What the runspace has asked to change.</summary>
    public OperationLog Operations { get; } = new();

    /// <summary>The connection to use.</summary>
    /// <param name="warn">
    /// Told what a person should know of the credentials, once for a connection; null keeps it for the next who asks.
    /// </param>
    /// <returns>What Connect-Zec made, else one of the environment's or the profile's credentials.</returns>
    /// <exception cref="Client.Errors.ZecConfigurationException">There are no usable credentials.</exception>
    public ZecConnection Use(Action<string>? warn) => Connected ?? Find(warn);

    private ZecConnection Find(Action<string>? warn)
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

        if (warn is not null)
        {
            foreach (var warning in _untold)
            {
                warn(warning);
            }

            _untold = [];
        }

        return _found;
    }
}
