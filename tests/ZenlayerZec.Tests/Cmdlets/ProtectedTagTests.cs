using ZenlayerZec.Client.Batching;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Instances with a protected tag, as a user meets them.</summary>
public class ProtectedTagTests
{
    /// <summary>The ways to name the instances, with 3 protected ones among 8.</summary>
    public static TheoryData<string> Ways =>
    [
        "$i",
        "$i.InstanceId",
        "Get-ZecInstanceStatus",
        "$i | ForEach-Object { [pscustomobject]@{ InstanceId = $_.InstanceId; Status = $_.Status } }",
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($i))",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_release_skips_them_with_a_warning_that_names_the_tag_and_the_switch(string way)
    {
        using var session = Start();

        var run = session.Must($"{way} | Remove-ZecInstance -Force");

        var result = run.Single<ZecBatchResult>();
        Assert.Equal(Kept(session).Order(), result.SkippedIds.Order());
        Assert.Equal(5, result.SucceededIds.Length);
        Assert.NotEmpty(run.Warnings);
        Assert.All(run.Warnings, warning => Assert.Contains("has the protected tag zec:keep (-IncludeProtected)", warning, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void With_IncludeProtected_they_are_released(string way)
    {
        using var session = Start();

        var run = session.Must($"{way} | Remove-ZecInstance -Force -IncludeProtected");

        Assert.Equal(8, run.Single<ZecBatchResult>().SucceededIds.Length);
        Assert.Empty(run.Warnings);
    }

    [Theory]
    [InlineData("Reset-ZecInstance -Force", 3)]
    [InlineData("Reset-ZecInstance -Force -IncludeProtected", 0)]
    [InlineData("Start-ZecInstance", 0)]
    [InlineData("Set-ZecInstance -Name renamed", 0)]
    public void A_reset_skips_them_and_what_can_be_undone_does_not(string command, int skipped)
    {
        using var session = Start();

        var run = session.Run($"$i | Where-Object Status -eq STOPPED | {command} -ErrorAction Ignore");

        Assert.Equal(skipped, run.Of<ZecBatchResult>().Sum(result => result.SkippedIds.Length));
    }

    [Fact]
    public void WhatIf_shows_the_skip_where_the_object_knows_and_says_where_it_does_not()
    {
        using var session = Start();

        var known = session.Must("$i | Remove-ZecInstance -WhatIf");
        var unknown = session.Must("Get-ZecInstanceStatus | Remove-ZecInstance -WhatIf");

        Assert.Equal(3, known.Warnings.Count);
        Assert.All(known.Warnings, warning => Assert.Contains("(-IncludeProtected)", warning, StringComparison.Ordinal));
        Assert.Empty(known.Output);
        Assert.Contains("looks at 8 instances", Assert.Single(unknown.Warnings), StringComparison.Ordinal);
        Assert.Contains("has a protected tag", unknown.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_asked_about_them()
    {
        using var session = Start();
        session.Host.Answers.Enqueue("Yes to All");

        session.Must("$i | Remove-ZecInstance");

        Assert.Single(session.Host.Questions);
        Assert.Equal(3, session.Must("(Get-ZecOperation).SkippedIds.Count").Single<int>());
    }

    [Theory]
    [InlineData("-ProtectedTag env", "env", "env")]
    [InlineData("-ProtectedTag env=dev, owner", "env=dev, owner", "env=dev|owner")]
    [InlineData("-ProtectedTag @()", "", "")]
    [InlineData("", "zec:keep", "zec:keep")]
    public void The_connection_says_which_tags_protect(string parameter, string shown, string reasons)
    {
        using var session = new PowerShellSession();

        var run = session.Must($$"""
            Connect-Zec -Simulator -SimulatedInstanceCount 60 -SimulatedProtectedCount 3 {{parameter}}
            (Get-ZecConnection).ProtectedTags -join ', '
            $null = (Get-ZecInstance).InstanceId | Remove-ZecInstance -Force
            """);

        Assert.Equal(shown, run.Single<string>());
        Assert.Equal(reasons.Split('|', StringSplitOptions.RemoveEmptyEntries).Length, run.Warnings.Count);
        Assert.All(reasons.Split('|'), reason => Assert.Contains(reason, string.Join('\n', run.Warnings), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("$unset")]
    [InlineData("' '")]
    [InlineData("@($null)")]
    [InlineData("'=prod'")]
    [InlineData("'zec:keep', ''")]
    public void A_tag_that_is_not_set_is_refused_and_does_not_turn_the_protection_off(string tag)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"Connect-Zec -Simulator -ProtectedTag {tag}; Get-ZecInstance");

        Assert.Equal(["ParameterArgumentValidationError", "ConnectFailed"], run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Theory]
    [InlineData("'env=prod*'", "no wildcards")]
    [InlineData("'zec?keep'", "no wildcards")]
    [InlineData("'[zec:keep]'", "no wildcards")]
    [InlineData("'zec:keep', 'a]'", "no wildcards")]
    [InlineData("'zec:keep,env=prod'", "a string of its own")]
    [InlineData("'zec:keep;env=prod'", "a string of its own")]
    [InlineData("'env='", "no value after the equals sign")]
    [InlineData("\"env=$unset\"", "no value after the equals sign")]
    [InlineData("'env= '", "no value after the equals sign")]
    public void A_tag_that_would_protect_less_than_it_seems_to_is_refused(string tag, string words)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"Connect-Zec -Simulator -ProtectedTag {tag}; Get-ZecInstance");

        Assert.Equal(["ParameterArgumentValidationError", "ConnectFailed"], run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains(words, run.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_account_has_its_own_protection()
    {
        using var session = new PowerShellSession();

        var run = session.Must("""
            $a = Connect-Zec -Simulator -SimulatedInstanceCount 4 -SimulatedProtectedCount 2 -PassThru
            $b = Connect-Zec -Simulator -SimulatedInstanceCount 4 -SimulatedProtectedCount 2 -ProtectedTag @() -PassThru
            Get-ZecInstance -Connection $a, $b | Remove-ZecInstance -Force | ForEach-Object { $_.SkippedIds.Count }
            Get-ZecInstanceStatus -Connection $a, $b | Remove-ZecInstance -Force -WarningAction SilentlyContinue | ForEach-Object { $_.SkippedIds.Count }
            """);

        Assert.Equal([2, 0, 4, 4], run.Of<int>());
    }

    [Theory]
    [InlineData("Get-ZecInstance -Connection $strict | Remove-ZecInstance -Force -Connection $open", 3, 5)]
    [InlineData("Get-ZecInstance -Connection $strict | Remove-ZecInstance -Force", 3, 5)]
    [InlineData("Get-ZecInstance -Connection $open | Remove-ZecInstance -Force -Connection $strict", 3, 5)]
    [InlineData("Get-ZecInstance -Connection $strict | Remove-ZecInstance -Force -Connection $open -IncludeProtected", 0, 8)]
    [InlineData("Get-ZecInstance -Connection $open | Remove-ZecInstance -Force", 0, 8)]
    public async Task Of_two_connections_to_one_account_the_one_that_an_instance_was_read_from_protects_it_too(string script, int skipped, int released)
    {
        await using var account = await ServedAccount.StartAsync(options => (options.InstanceCount, options.ProtectedCount) = (8, 3));
        Connect(account);

        var results = account.Session.Must(script).Of<ZecBatchResult>().ToArray();

        Assert.Equal((skipped, released), (results.Sum(result => result.SkippedIds.Length), results.Sum(result => result.SucceededIds.Length)));
    }

    [Fact]
    public async Task Without_a_connection_of_its_own_each_instance_is_looked_at_by_the_connection_that_it_was_read_from()
    {
        await using var account = await ServedAccount.StartAsync(options => (options.InstanceCount, options.ProtectedCount) = (8, 3));
        Connect(account);

        // The tags of what a listing of states returned are not known, so that it is the look of the run that finds them.
        var run = account.Session.Must("""
            $kept, $free = @(Get-ZecInstance -Connection $open).Where({ $_.Tags.ContainsKey('zec:keep') }, 'Split')
            Connect-Zec -Simulator; Disconnect-Zec
            $all = @($free[0].InstanceId | Get-ZecInstanceStatus -Connection $open) + @($kept.InstanceId | Get-ZecInstanceStatus -Connection $strict)
            $all | Remove-ZecInstance -Force
            """);

        Assert.Equal((3, 1), (run.Of<ZecBatchResult>().Sum(result => result.SkippedIds.Length), run.Of<ZecBatchResult>().Sum(result => result.SucceededIds.Length)));
    }

    [Fact]
    public async Task A_connection_of_the_environment_protects_too()
    {
        await using var account = await ServedAccount.StartAsync(options => options.ProtectedCount = 3);

        Assert.Equal(["zec:keep"], account.Session.Must("(Get-ZecConnection).ProtectedTags").Of<string>());
        Assert.Equal(3, account.Session.Must("Get-ZecInstance | Remove-ZecInstance -Force").Of<ZecBatchResult>().Sum(result => result.SkippedIds.Length));
    }

    private static PowerShellSession Start()
    {
        var session = new PowerShellSession();
        session.Must("Connect-Zec -Simulator -SimulatedInstanceCount 8 -SimulatedProtectedCount 3; $i = @(Get-ZecInstance)");
        return session;
    }

    /// <summary>Two connections to one account; the one of the runspace protects nothing.</summary>
    private static void Connect(ServedAccount account) => account.Session.Must("""
        $id = (Get-ZecConnection).AccessKeyId
        $strict = Connect-Zec -Endpoint $endpoint -AccessKeyId $id -AccessKeySecret $secret -PassThru
        $open = Connect-Zec -Endpoint $endpoint -AccessKeyId $id -AccessKeySecret $secret -ProtectedTag @() -PassThru
        """);

    private static IEnumerable<string> Kept(PowerShellSession session)
        => session.Must("$i | Where-Object { $_.Tags.ContainsKey('zec:keep') } | ForEach-Object InstanceId").Of<string>();
}
