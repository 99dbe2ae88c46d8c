using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZenlayerZec.Tests.Engine;

/// <summary>A service on loopback whose certificate nobody trusts.</summary>
internal sealed class UntrustedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly Task _serving;

    public UntrustedServer()
    {
        _listener.Start();
        _serving = Task.Run(ServeAsync, TestContext.Current.CancellationToken);
    }

    public string Url => $"https://{_listener.LocalEndpoint}";

    /// <summary>How many connections were made to it.</summary>
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await Record.ExceptionAsync(() => _serving);
        _certificate.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        using var ephemeral = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pfx), null);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var socket = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            Connections++;
            using var tls = new SslStream(socket.GetStream());
            await Record.ExceptionAsync(() => tls.AuthenticateAsServerAsync(_certificate));
        }
    }
}
