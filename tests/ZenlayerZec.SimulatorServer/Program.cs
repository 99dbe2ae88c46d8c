using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;

if (args.Contains("--help"))
{
    Console.WriteLine(ServerOptions.Usage);
    return 0;
}

ServerOptions options;
try
{
    options = ServerOptions.Parse(args);
}
catch (Exception e) when (e is FormatException or OverflowException)
{
    await Console.Error.WriteLineAsync(e.Message);
    await Console.Error.WriteLineAsync(ServerOptions.Usage);
    return 64;
}

await using var host = await SimulatorHost.StartAsync(new ZecSimulator(options.Account), options.Port);
Console.WriteLine(
    $"Listening on {host.Endpoint.GetLeftPart(UriPartial.Authority)} with {options.Account.InstanceCount} instances; "
    + $"access key ID {options.Account.AccessKeyId}, secret {options.Account.AccessKeySecret}, token {options.Account.Token}. Ctrl+C ends it.");
await host.WaitForShutdownAsync();
return 0;
