using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Nothing is released that nobody said yes to.</summary>
public class ConfirmTests
{
    [Theory]
    [InlineData("Get-ZecInstance -First 7 | Remove-ZecInstance -WhatIf")]
    [InlineData("Get-ZecInstance -First 7 | Remove-ZecInstance -WhatIf -Force")]
    [InlineData("$WhatIfPreference = $true; Get-ZecInstance -First 7 | Remove-ZecInstance")]
    [InlineData("$WhatIfPreference = $true; Get-ZecInstance -First 7 | Remove-ZecInstance -Force")]
    [InlineData("$WhatIfPreference = $true; & { Get-ZecInstance -First 7 | Remove-ZecInstance -Force -Confirm:$false }")]
    [InlineData("$WhatIfPreference = $true; Get-ZecInstance -First 7 | ForEach-Object { Remove-ZecInstance $_ -Force }")]
    public async Task What_if_releases_nothing_and_shows_a_line_for_each_instance(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.Empty(run.Output);
        Assert.Equal(0, account.Releases);
        Assert.Equal(
            account.Simulator.Instances.Take(7).Select(instance => $"\"{instance.InstanceName} ({instance.InstanceId})\"."),
            account.Session.Host.Lines.Where(line => line.StartsWith("What if:", StringComparison.Ordinal)).Select(line => line[line.LastIndexOf(" \"", StringComparison.Ordinal)..].Trim()));
    }

    [Fact]
    public async Task Each_instance_is_asked_about_by_name_with_what_goes_with_it()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Host.Answers.Enqueue("Yes");
        account.Session.Host.Answers.Enqueue("No");

        var run = account.Run("Get-ZecInstance -First 2 | Remove-ZecInstance");

        var first = account.Session.Host.Questions[0];
        Assert.Contains("\"Release the instance, its 2 disks (140 GiB) and 1 elastic IP (203.0.0.1)\"", first, StringComparison.Ordinal);
        Assert.Contains(account.Simulator.Instances[0].InstanceName ?? "none", account.Session.Host.Questions[1] + first, StringComparison.Ordinal);
        Assert.Single(run.Single<ZecBatchResult>().SucceededIds);
        Assert.Equal(249, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task The_question_says_when_the_instance_goes_alone()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Host.Answers.Enqueue("No");

        account.Run("Get-ZecInstance -First 1 | Remove-ZecInstance -KeepDependentResource");

        Assert.Contains(
            "\"Release the instance and its 1 disk (40 GiB); keep, and continue to pay for, 1 detachable disk (100 GiB) and 1 elastic IP (203.0.0.1, but not a default one)\"",
            Assert.Single(account.Session.Host.Questions),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_to_all_releases_nothing_and_asks_once()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Host.Answers.Enqueue("No to All");

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance");

        Assert.Empty(run.Output);
        Assert.Equal(0, account.Releases);
        Assert.Single(account.Session.Host.Questions);
    }

    [Fact]
    public async Task Yes_to_all_asks_once_and_releases_all()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Host.Answers.Enqueue("Yes to All");

        Assert.Equal(3, account.Run("Get-ZecInstance | Remove-ZecInstance").Output.Count);
        Assert.Empty(account.Simulator.Instances);
        Assert.Single(account.Session.Host.Questions);
    }

    [Theory]
    [InlineData("Get-ZecInstance | Remove-ZecInstance")]
    [InlineData("Get-ZecInstance | Remove-ZecInstance -Force -Confirm")]
    public async Task Where_nobody_can_answer_nothing_is_released(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.Contains("Nobody is there to be asked", run.Everything, StringComparison.Ordinal);
        Assert.Equal(0, account.Releases);
    }

    [Theory]
    [InlineData("-Force")]
    [InlineData("-Confirm:$false")]
    [InlineData("-Force -WhatIf:$false")]
    public async Task Whoever_says_so_is_not_asked(string option)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(3, account.Run($"Get-ZecInstance | Remove-ZecInstance {option}").Output.Count);
        Assert.Empty(account.Session.Host.Questions);
    }

    [Fact]
    public async Task An_instance_that_comes_twice_is_asked_about_once()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Host.Answers.Enqueue("Yes");

        account.Run("$i = Get-ZecInstance -First 1; $i, $i | Remove-ZecInstance");

        Assert.Single(account.Session.Host.Questions);
    }
}
