using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>Proxies that send back whatever they are sent, to every cmdlet.</summary>
public class ProxyEchoTests
{
    [Theory]
    [InlineData(407, "-Proxy $proxy")]
    [InlineData(502, "-Proxy $proxy")]
    [InlineData(407, "-Proxy $bare -ProxyCredential $proxyUser")]
    [InlineData(502, "-Proxy $bare -ProxyCredential $proxyUser")]
    public async Task A_proxy_that_echoes_its_password_shows_it_to_nobody(int status, string parameters)
    {
        await using var proxy = new RawServer(request => EchoAnswers.OfProxy(Asked(request) ? status : 407, request));
        using var session = EchoSession.Open(string.Empty);
        session["proxy"] = $"http://ana:{Uri.EscapeDataString(Sentinels.ProxyPassword)}@{proxy.Authority}/?SENTINEL";
        session["bare"] = $"http://{proxy.Authority}";
        session.Must($"{EchoSession.Connect} -Token $token -Endpoint https://zec.invalid {parameters}");

        Sentinels.RunAll(session, () => proxy.Requests);

        Assert.Contains(proxy.Requests, Asked);
    }

    [Theory]
    [InlineData(407)]
    [InlineData(502)]
    public async Task A_proxy_of_the_environment_that_echoes_its_password_shows_it_to_nobody(int status)
    {
        await using var proxy = new RawServer(request => EchoAnswers.OfProxy(Asked(request) ? status : 407, request));

        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["HTTPS_PROXY"] = $"http://ana:{Uri.EscapeDataString(Sentinels.ProxyPassword)}@{proxy.Authority}",
                ["ZENLAYER_ENDPOINT"] = "https://zec.invalid",
                ["ZENLAYER_TOKEN"] = Sentinels.Token,
            },
            $$"""
            $password = [securestring]::new(); '{{Sentinels.Password}}'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
            $pin = $password
            $userData = 'a script'
            {{EchoSession.Connect}}
            $VerbosePreference = $DebugPreference = 'Continue'
            foreach ($call in @(
                {{string.Join('\n', Sentinels.Calls.Concat(Sentinels.Looks).Select(call => $"{{ {call} }}"))}}
            )) { try { . $call } catch { "$_" } }
            """);

        Assert.Contains(proxy.Requests, Asked);
        Assert.Contains("Could not connect to https://zec.invalid", run.Output + run.Error, StringComparison.Ordinal);

        // An error shows the line of the script that it is in: the passwords are given in lines of their own.
        Sentinels.AssertNone(run.Output + run.Error, "the process", proxy.Requests);
    }

    private static bool Asked(string request) => request.Contains("Proxy-Authorization: Basic ", StringComparison.Ordinal);
}
