using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.SimulatorServer;

/// <summary>The simulator behind Kestrel, on loopback only.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorHost(WebApplication application) => _application = application;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:18080</c>.</summary>
    public Uri Endpoint => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts to listen.</summary>
    /// <param name="simulator">The account.</param>
    /// <param name="port">The port; 0 means any free one.</param>
    /// <returns>The running server.</returns>
    public static async Task<SimulatorHost> StartAsync(ZecSimulator simulator, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddResponseCompression();
        var application = builder.Build();
        application.UseResponseCompression();
        application.Run(context => AnswerAsync(simulator, context));
        await application.StartAsync();
        return new SimulatorHost(application);
    }

    /// <summary>Waits until the process is told to end.</summary>
    /// <returns>A task that ends with the server.</returns>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static async Task AnswerAsync(ZecSimulator simulator, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new SimulatedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())),
            body.ToArray());
        var answer = await simulator.AnswerAsync(request, context.RequestAborted);
        if (answer.Ending is AnswerEnding.Dropped or AnswerEnding.Refused)
        {
            context.Abort();
            return;
        }

        await SendAsync(answer, context);
    }

    private static async Task SendAsync(SimulatedAnswer answer, HttpContext context)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var header in answer.Headers)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        if (answer.Ending is AnswerEnding.Cut or AnswerEnding.Stalled)
        {
            context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
            context.Response.Headers.ContentLength = answer.Body.Length;
            context.Response.Headers.ContentEncoding = "identity";
        }

        using var content = answer.OpenBody();
        try
        {
            await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (IOException) when (answer.Ending == AnswerEnding.Cut)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
