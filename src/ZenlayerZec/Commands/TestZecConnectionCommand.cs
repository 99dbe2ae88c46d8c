using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Tests whether a connection works, and says what is wrong if it does not.</para>
/// <para type="description">Sends one read, once: the first instance of the account. So it shows whether the service can be reached, trusts this
/// machine's clock and the credentials, and lets them list instances. A failure is a result and not an error.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ZecConnection", HelpUri = OnlineHelp.Pages + "Test-ZecConnection.md")]
[OutputType(typeof(ZecConnectionTest), typeof(bool))]
public sealed class TestZecConnectionCommand : ZecCmdlet
{
    /// <summary><para type="description">Returns only true or false: whether every connection works.</para></summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary><para type="description">The maximum time to wait for the answer, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 15;

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // Read here, as the environment is this thread's affair; the requests run at the same time.
        (ZecConnection Connection, string? Proxy, ZecCallOptions Call)[] tests =
        [
            .. Connections.Select(connection => (connection, connection.IsSimulator ? null : ProxyRoute.Surrounding(ZecEndpoint.Parse(connection.Endpoint)), Call())),
        ];
        var results = Wait(stop => Task.WhenAll(tests.Select(test => TestAsync(test.Connection, test.Proxy, test.Call, stop))));
        if (Quiet)
        {
            // One value for all of them: a list counts as true where it is a condition.
            WriteObject(results.All(result => result.Succeeded));
            return;
        }

        foreach (var result in results)
        {
            WriteObject(result);
        }
    }

    /// <summary>
    /// Lists one instance: the light listing of states would show the same of the network and the credentials, and not that instances can be
    /// listed, which is what most commands begin with.
    /// </summary>
    private async Task<ZecConnectionTest> TestAsync(ZecConnection connection, string? proxy, ZecCallOptions call, CancellationToken stop)
    {
        ZecRequestTrace? last = null;
        var tell = call.Trace;
        call.AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec);
        call.Trace = trace =>
        {
            last = trace;
            tell?.Invoke(trace);
        };
        try
        {
            if (!connection.IsConnected)
            {
                throw new ZecConfigurationException("ConnectionClosed", "The connection was closed by Disconnect-Zec.");
            }

            await connection.Client.DescribeInstancesAsync(
                new DescribeInstancesRequest { PageSize = 1, PageNum = 1 }, call.WithOneAttempt(), stop).ConfigureAwait(false);
            return new ZecConnectionTest(connection, proxy, failure: null, last);
        }
        catch (ZecException failure)
        {
            return new ZecConnectionTest(connection, proxy, failure, failure.Kind == ZecErrorKind.Configuration ? null : last);
        }
    }
}
