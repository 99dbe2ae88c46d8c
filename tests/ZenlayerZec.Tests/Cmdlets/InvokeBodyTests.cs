using System.Management.Automation;
using System.Text;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What Invoke-ZecApi makes of a body and of an answer, value by value, and what of it nobody sees.</summary>
public class InvokeBodyTests
{
    private const string Password = "SENTINEL-\"pass\\word+ä";

    [Theory]
    [InlineData("", "{}")]
    [InlineData("@{}", "{}")]
    [InlineData("'{ \"a\": [1, 1.50, -2e3, true, null, \"x\"], \"b\": { \"c\": {} } }'", """{"a":[1,1.50,-2000,true,null,"x"],"b":{"c":{}}}""")]
    [InlineData("@{ a = [ordered]@{ z = 1; y = 'two'; x = $null; w = $true } }", """{"a":{"z":1,"y":"two","x":null,"w":true}}""")]
    [InlineData("([pscustomobject]@{ a = 1; b = [pscustomobject]@{ c = @() } })", """{"a":1,"b":{"c":[]}}""")]
    [InlineData("@{ a = @{ tags = @(@{ key = 'env' }, @{ value = 'dev' }) } }", """{"a":{"tags":[{"key":"env"},{"value":"dev"}]}}""")]
    [InlineData("@{ a = 1, 2.5, 3d, 9007199254740993, [byte]4, [uint64]::MaxValue, 1e300 }", "{\"a\":[1,2.5,3,9007199254740993,4,18446744073709551615,1E+300]}")]
    [InlineData("@{ a = @(,@(1, 2)), [switch]$true, [char]'c', [guid]::Empty }", """{"a":[[[1,2]],true,"c","00000000-0000-0000-0000-000000000000"]}""")]
    [InlineData("@{ a = [DayOfWeek]::Friday, [uri]'https://x.example/a b', [ipaddress]'203.0.113.7' }", """{"a":["Friday","https://x.example/a b","203.0.113.7"]}""")]
    [InlineData("@{ a = [datetimeoffset]'2026-01-02T03:04:05+02:00', [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc) }", """{"a":["2026-01-02T01:04:05Z","2026-01-02T03:04:05Z"]}""")]
    [InlineData("@{ a = [Collections.Generic.List[string]]('x', 'y') }", """{"a":["x","y"]}""")]
    [InlineData("@{ a = (Get-ZecConnection | ForEach-Object { 'in a pipeline' }) }", """{"a":"in a pipeline"}""")]
    [InlineData("([pscustomobject]@{ a = 'i-1'; b = 2 } | Add-Member c ([psobject]3) -PassThru)", """{"a":"i-1","b":2,"c":3}""")]
    public async Task A_body_is_sent_as_the_JSON_that_it_stands_for(string body, string json)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Run($"function Add-Member {{ param($Name, $Value, [switch] $PassThru, [Parameter(ValueFromPipeline)] $To) $To.psobject.Properties.Add([psnoteproperty]::new($Name, $Value)); $To }}; Invoke-ZecApi DescribeInstances {body}");

        Assert.Equal(json, Assert.Single(account.Simulator.Calls).Body);
    }

    [Fact]
    public async Task Nested_tags_find_what_they_name()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("(Invoke-ZecApi DescribeInstances @{ tags = @(@{ key = 'env'; value = 'dev' }); pageSize = 1000 }).dataSet.instanceId");

        Assert.NotEmpty(run.Output);
        Assert.Equal(account.Simulator.Instances.Where(instance => instance.Tags.GetValueOrDefault("env") == "dev").Select(instance => instance.InstanceId), run.Of<string>());
    }

    [Theory]
    [InlineData("''", "not a JSON object")]
    [InlineData("'[1]'", "another kind of value")]
    [InlineData("'{ \"password\": \"SENTINEL\" '", "line 1, byte")]
    [InlineData("'{} {}'", "not a JSON object")]
    [InlineData("'{ \"instanceIds\": [\"SENTINEL\"], \"instanceIds\": [] }'", "twice")]
    [InlineData("\"{ `\"a`\": `\"\\ud800`\" }\"", "incomplete Unicode character")]
    [InlineData("('{\"a\":' * 33 + '1' + '}' * 33)", "deeper than 32")]
    [InlineData("(& { $a = @{}; $a.b = @(1, $a); $a })", "body.b[1] holds itself")]
    [InlineData("(& { $a = @{}; foreach ($i in 1..32) { $a = @{ a = $a } }; $a })", "deeper than 32")]
    [InlineData("@{ a = [datetime] }", "body.a is a System.RuntimeType")]
    [InlineData("@{ a = 1, { SENTINEL } }", "body.a[1] is a System.Management.Automation.ScriptBlock")]
    [InlineData("@{ a = [double]::NaN }", "cannot represent")]
    [InlineData("@{ a = \"$([char]0xd800)\" }", "incomplete Unicode character")]
    [InlineData("@{ 1 = 2 }", "Keys must be strings")]
    [InlineData("@(@{}, @{})", "It must be a hashtable")]
    [InlineData("17", "It must be a hashtable")]
    [InlineData("(Get-ZecConnection)", "It must be a hashtable")]
    [InlineData("@{ instanceIds = @(Get-ZecConnection) }", "which cannot be sent")]
    public async Task What_has_no_plain_meaning_is_refused_and_ends_the_run(string body, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"try {{ Invoke-ZecApi ReleaseInstances {body} -Force }} catch {{ throw }}");

        Assert.Equal("BodyInvalid,ZenlayerZec.Commands.InvokeZecApiCommand", run.Terminating!.FullyQualifiedErrorId);
        Assert.Contains(words, run.Terminating.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SENTINEL", run.Everything, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task The_lines_of_a_file_are_not_sent_one_by_one()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("try { '{', '{}', '}' | Invoke-ZecApi ReleaseInstances -Force } catch { throw }");

        Assert.Contains("Get-Content -Raw", run.Terminating!.ToString(), StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task An_answers_values_are_what_the_service_sent()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", """
            {"requestId":"T1","response":{"requestId":"T1","id":"1394000000010000007","int":7,"long":5000000000,"price":0.10,"tiny":1e-40,
            "huge":1e40,"yes":true,"none":null,"time":"2026-01-02T03:04:05Z","list":[1,[2],{"a":"b"}],"empty":[],"object":{},"Twice":1,"twice":2}}
            """u8.ToArray());

        var answer = Assert.Single(account.Run("Invoke-ZecApi DescribeZones").Output);

        Assert.Equal(
            ["requestId", "id", "int", "long", "price", "tiny", "huge", "yes", "none", "time", "list", "empty", "object", "twice"],
            answer.Properties.Select(property => property.Name));
        Assert.Equal(
            new object?[] { "T1", "1394000000010000007", 7, 5000000000L, 0.10m, 1e-40, 1e40, true, null, "2026-01-02T03:04:05Z" },
            answer.Properties.Take(10).Select(property => property.Value));
        var list = Assert.IsType<object[]>(answer.Properties["list"].Value);
        Assert.Equal(1, list[0]);
        Assert.Equal(new object[] { 2 }, list[1]);
        Assert.Equal("b", Assert.IsType<PSObject>(list[2]).Properties["a"].Value);
        Assert.Equal(Array.Empty<object>(), answer.Properties["empty"].Value);
        Assert.Empty(Assert.IsType<PSObject>(answer.Properties["object"].Value).Properties);
        Assert.Equal(2, answer.Properties["twice"].Value);
    }

    [Theory]
    [InlineData("@{ instanceId = 'i-1'; password = $plain }")]
    [InlineData("@{ instanceId = 'i-1'; password = $secure }")]
    [InlineData("@{ instanceId = 'i-1'; list = @(@{ pin = $secure }) }")]
    [InlineData("$json")]
    public async Task A_password_in_a_body_goes_out_on_the_wire_and_nowhere_else(string body)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["plain"] = Password;
        account.Session["secure"] = ServedAccount.Plain(Password);
        account.Session["json"] = $$"""{ "instanceId": "i-1", "newPASSWORD": {{System.Text.Json.JsonSerializer.Serialize(Password)}} }""";
        var faults = new Queue<SimulatedFault>([
            SimulatedFault.Error(400, "INVALID_PASSWORD_MALFORMED", message: $"The password {Password} is too simple."),
            SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes($$$"""
                {"requestId":"T1","response":{"requestId":"T1","echo":{{{System.Text.Json.JsonSerializer.Serialize(Password)}}},"vncToken" : "SENTINEL\"1","secret":"SENTINEL 2"}}
                """)),
        ]);
        account.Simulator.FaultFor = _ => faults.Dequeue();
        account.Session.Host.Answers.Enqueue("Yes");

        var call = $"Invoke-ZecApi ResetInstancePassword {body} -Verbose -Debug";
        var run = account.Run($"$DebugPreference = $VerbosePreference = 'Continue'; {call} -Confirm; {call} -Force | Out-Null; {call} -WhatIf");

        Assert.Equal(2, account.Simulator.Calls.Count);
        Assert.All(account.Simulator.Calls, sent => Assert.Contains("pass\\\\word", sent.Body, StringComparison.Ordinal));
        Assert.Contains("INVALID_PASSWORD_MALFORMED", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(run.Debug, text => text.Contains("\"instanceId\":\"i-1\"", StringComparison.Ordinal));
        Assert.Contains(run.Debug, text => text.Contains("\"vncToken\" : \"[removed]\",\"secret\":\"[removed]\"", StringComparison.Ordinal));
        Assert.Contains("instanceId i-1", string.Join('\n', account.Session.Host.Questions), StringComparison.Ordinal);
        var shown = string.Join('\n', [run.Everything, .. account.Session.Host.Lines, .. account.Session.Host.Questions]);
        Assert.DoesNotContain("SENTINEL", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("word+", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("word\\u002B", shown, StringComparison.Ordinal);
    }
}
