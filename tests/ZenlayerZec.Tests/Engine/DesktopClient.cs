using System.Reflection;
using System.Runtime.Loader;

namespace ZenlayerZec.Tests.Engine;

/// <summary>
/// The client's build for Windows PowerShell in this process, beside the one for PowerShell 7 that every other test uses. What it is
/// made of lies in a load context of its own, so that its types have to be asked for by their names.
/// </summary>
internal sealed class DesktopClient : IDisposable
{
    private static readonly Assembly Client = Load();

    private readonly dynamic _client;

    /// <summary>A client; it sends nothing by itself.</summary>
    /// <param name="endpoint">Where requests go.</param>
    /// <param name="handler">What carries them; null means the network.</param>
    /// <param name="attemptTimeout">How long an attempt may take.</param>
    public DesktopClient(string endpoint, HttpMessageHandler? handler = null, TimeSpan? attemptTimeout = null)
    {
        dynamic options = Activator.CreateInstance(
            Named("ZecClientOptions"), Named("Credentials.ZecCredential").GetMethod("FromToken")!.Invoke(null, ["the-token", "the test"]))!;
        options.Endpoint = (dynamic)Named("ZecEndpoint").GetMethod("Parse")!.Invoke(null, [endpoint])!;
        options.Handler = handler;
        options.MaximumAttempts = 1;
        options.AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(60);
        _client = Activator.CreateInstance(Named("ZecClient"), (object)options)!;
    }

    /// <summary>A type of the client.</summary>
    /// <param name="name">Its name, from the client's namespace on.</param>
    public static Type Named(string name) => Client.GetType($"ZenlayerZec.Client.{name}", throwOnError: true)!;

    /// <summary>Asks for the zones.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task DescribeZonesAsync(CancellationToken cancellationToken) => await _client.DescribeZonesAsync(
        (dynamic)Activator.CreateInstance(Named("Api.DescribeZonesRequest"))!,
        (dynamic)Activator.CreateInstance(Named("ZecCallOptions"))!,
        cancellationToken);

    public void Dispose() => _client.Dispose();

    private static Assembly Load()
    {
        var context = new AssemblyLoadContext("desktop");
        var assemblies = Directory.GetFiles(Path.Combine(Repository.ModuleFolder, "desktop"), "*.dll").Select(context.LoadFromAssemblyPath).ToArray();
        return assemblies.Single(assembly => assembly.GetName().Name == "ZenlayerZec.Client");
    }
}
