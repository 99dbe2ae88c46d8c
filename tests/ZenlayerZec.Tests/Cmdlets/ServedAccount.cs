using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A simulated account behind a real socket, and a PowerShell session that is connected to it.</summary>
internal sealed class ServedAccount : IAsyncDisposable
{
    public const string Secret = "SENTINEL-served-secret";

    private readonly SimulatorHost _server;

    private ServedAccount(ZecSimulator simulator, SimulatorHost server, string? journal)
    {
        Simulator = simulator;
        _server = server;
        Session = new PowerShellSession(journal: journal);
    }

    public ZecSimulator Simulator { get; }

    public PowerShellSession Session { get; }

    public string Endpoint => _server.Endpoint.GetLeftPart(UriPartial.Authority);

    /// <summary>How many releases were asked for.</summary>
    public int Releases => Simulator.Calls.Count(call => call.Action == "ReleaseInstances");

    /// <param name="configure">Sets the account up.</param>
    /// <param name="journal">The folder of the session's journal; null means that it keeps none.</param>
    public static async Task<ServedAccount> StartAsync(Action<SimulatorOptions>? configure = null, string? journal = null)
    {
        var options = new SimulatorOptions { AccessKeySecret = Secret, ReleaseTime = TimeSpan.Zero };
        configure?.Invoke(options);
        var simulator = new ZecSimulator(options);
        var account = new ServedAccount(simulator, await SimulatorHost.StartAsync(simulator), journal);
        account.Session["secret"] = Plain(Secret);
        account.Session["endpoint"] = account.Endpoint;
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {options.AccessKeyId} -AccessKeySecret $secret");
        return account;
    }

    public PowerShellRun Run(string script) => Session.Run(script);

    /// <summary>Runs a release and stops it, as Ctrl+C does, while its first request is on its way; the answer comes after the wish to stop.</summary>
    /// <param name="release">The pipeline.</param>
    public async Task StopInReleaseAsync(string release)
    {
        var arrived = new TaskCompletionSource();
        using var asked = new ManualResetEventSlim();
        Session["asked"] = asked;
        Simulator.FaultFor = request =>
        {
            if (request.Action == "ReleaseInstances")
            {
                arrived.TrySetResult();
                asked.Wait(TestContext.Current.CancellationToken);
            }

            return null;
        };

        await Session.RunAndStopAsync($"{release} | Watch-Stop $asked", arrived.Task);
    }

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await _server.DisposeAsync();
    }

    public static System.Security.SecureString Plain(string text)
    {
        var secure = new System.Security.SecureString();
        foreach (var character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }
}
