using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Wire;
using ZenlayerZec.Tests.Cmdlets;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>No stream, error, object or exception shows a secret, at any preference.</summary>
public class SecretTests
{
    private const string Everything = "-Verbose -Debug -WarningAction Continue -InformationAction Continue -ErrorAction Continue";

    public static TheoryData<string> Faults => ["none", "echo", "500", "drop", "garbage", "html", "401"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_secret_is_shown_whatever_goes_wrong(string fault)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => Fault(fault, request);
        account.Session["token"] = ServedAccount.Plain(ServedAccount.Secret);

        foreach (var script in new[]
        {
            $"$DebugPreference = 'Continue'; Remove-ZecInstance i-1, i-2 -Force {Everything} -TimeoutSec 5",
            $"Get-ZecInstance -First 1 {Everything}",
            "Get-ZecConnection; Get-ZecConnection | Format-Custom -Depth 9 -ErrorAction SilentlyContinue",
            "(Get-ZecConnection).psobject.Properties | ForEach-Object { \"$($_.Name)=$($_.Value)\" }",
            "$Error | ForEach-Object { $_; $_.Exception.ToString(); \"$($_.TargetObject)\"; $_.InvocationInfo.Line }",
            "Connect-Zec -Token $token -Endpoint http://other.example.com -PassThru",
            "Connect-Zec -Token $token -Endpoint $endpoint -PassThru -Verbose -Debug; Get-ZecInstance -First 1 -Debug -Verbose",
            "Get-ZecConnection | ForEach-Object { \"$_\" }",
            "Get-ZecOperation; Get-ZecOperation | ForEach-Object { $_.psobject.Properties | ForEach-Object { \"$($_.Name)=$($_.Value)\" } }",
            "Disconnect-Zec -Verbose -Debug",
        })
        {
            var run = account.Run(script);
            var shown = run.Everything + string.Join("\n", account.Session.Host.Lines) + string.Join("\n", run.Output.SelectMany(item => item.Properties).Select(Value));
            Assert.DoesNotContain(ServedAccount.Secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Signature=", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Bearer ", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Debug_shows_the_request_and_the_answer_otherwise_whole()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Get-ZecInstance -First 1 -Debug -Verbose");

        var debug = Assert.Single(run.Debug);
        Assert.Contains("X-ZC-Action: DescribeInstances", debug, StringComparison.Ordinal);
        Assert.Contains("\"pageSize\":1", debug, StringComparison.Ordinal);
        Assert.Contains("\"totalCount\":250", debug, StringComparison.Ordinal);
        Assert.Contains("DescribeInstances: OK, 1 item(s), requestId T", Assert.Single(run.Verbose), StringComparison.Ordinal);
    }

    private static object? Value(System.Management.Automation.PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (System.Management.Automation.GetValueException)
        {
            return null;
        }
    }

    private static SimulatedFault? Fault(string name, SimulatedRequest request) => name switch
    {
        // Reads are tried again after these, and the waits would be real.
        "drop" or "garbage" when request.Action != "ReleaseInstances" => null,

        // A server that sends back what it was sent, and the secret itself, in every field that reaches a person.
        "echo" => SimulatedFault.Error(400, $"BAD_{ServedAccount.Secret}", message: $"{ServedAccount.Secret} {request.Header("Authorization")}"),
        "500" => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", message: ServedAccount.Secret, retryAfter: TimeSpan.FromHours(1)),
        "drop" => SimulatedFault.Drop(carriesOut: false),
        "garbage" => SimulatedFault.Answer(200, "application/json", System.Text.Encoding.UTF8.GetBytes($"{{\"{ServedAccount.Secret}\":")),
        "html" => SimulatedFault.Answer(200, $"text/{ServedAccount.Secret}", []),
        "401" => SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_FAILURE", message: ServedAccount.Secret),
        _ => null,
    };
}
