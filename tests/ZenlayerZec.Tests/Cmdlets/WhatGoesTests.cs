using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>-WhatIf and the question name what is lost with an instance.</summary>
public class WhatGoesTests
{
    [Fact]
    public async Task What_if_names_disks_addresses_and_interfaces_of_each_instance_and_their_total()
    {
        await using var account = await StartAsync();

        var lines = WhatIf(account, "Get-ZecInstance | Remove-ZecInstance -WhatIf");

        Assert.Equal(
            [
                What("Release the instance, its 3 disks (1,240 GiB), 2 elastic IPs (203.0.113.7, 203.0.113.8) and 1 secondary interface", "web-1 (i-1)"),
                What("Release the instance and its 1 disk (40 GiB)", "web-2 (i-2)"),
                "In total: 2 instances, 4 disks (1,280 GiB), 2 elastic IPs and 1 secondary interface.",
            ],
            lines);
    }

    [Fact]
    public async Task What_if_says_what_is_kept_and_continues_to_cost()
    {
        await using var account = await StartAsync();

        var lines = WhatIf(account, "Get-ZecInstance | Remove-ZecInstance -KeepDependentResource -WhatIf");

        Assert.Equal(
            [
                What(
                    "Release the instance and its 2 disks (140 GiB); keep, and continue to pay for, 1 detachable disk (1,100 GiB), "
                        + "2 elastic IPs (203.0.113.7, 203.0.113.8, but not a default one) and 1 secondary interface",
                    "web-1 (i-1)"),
                What("Release the instance and its 1 disk (40 GiB)", "web-2 (i-2)"),
                "In total: 2 instances and 3 disks (180 GiB); keep, and continue to pay for, 1 detachable disk (1,100 GiB), "
                    + "2 elastic IPs (but not a default one) and 1 secondary interface.",
            ],
            lines);
    }

    [Fact]
    public async Task Of_an_ID_alone_nothing_is_known_and_nothing_is_claimed()
    {
        await using var account = await StartAsync();

        Assert.Equal(
            [
                What("Release the instance and whatever is attached to it", "i-1"),
                What("Release the instance and whatever is attached to it", "i-2"),
                "In total: 2 instances; what is attached to them is not known.",
            ],
            WhatIf(account, "Remove-ZecInstance i-1, i-2 -WhatIf"));
    }

    [Fact]
    public async Task A_total_says_of_how_many_instances_it_does_not_know()
    {
        await using var account = await StartAsync();

        var lines = WhatIf(account, "(Get-ZecInstance i-2), [pscustomobject]@{ InstanceId = 'i-1' } | Remove-ZecInstance -Purge -WhatIf");

        Assert.Equal(
            [
                What("Delete permanently the instance and its 1 disk (40 GiB)", "web-2 (i-2)"),
                What("Delete permanently the instance and whatever is attached to it", "i-1"),
                "In total: 2 instances and 1 disk (40 GiB); what is attached to 1 of them is not known.",
            ],
            lines);
    }

    [Fact]
    public async Task One_instance_has_no_total_and_neither_has_a_release()
    {
        await using var account = await StartAsync();

        Assert.Single(WhatIf(account, "Get-ZecInstance i-2 | Remove-ZecInstance -WhatIf"));
        Assert.DoesNotContain(account.Run("Get-ZecInstance | Remove-ZecInstance -Force").Information, text => text.Contains("In total", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_names_the_disk_that_it_formats()
    {
        await using var account = await StartAsync();

        Assert.Equal(
            [What("Format the boot disk d-0 (40 GiB) and install its own image again", "web-2 (i-2)")],
            WhatIf(account, "Get-ZecInstance i-2 | Reset-ZecInstance -WhatIf"));
    }

    [Fact]
    public async Task An_address_that_would_play_tricks_on_the_screen_is_harmless_in_the_question()
    {
        await using var account = await StartAsync();
        account.Simulator.Add(new()
        {
            InstanceId = "i-3",
            Status = "STOPPED",
            SystemDisk = new ZecSystemDisk { DiskId = "d\u001b[2J", SizeGiB = 40 },
            PublicIpAddresses = ["1.1.1.1\u001b[2J"],
        });

        Assert.All(
            WhatIf(account, "Get-ZecInstance i-3 | Remove-ZecInstance -WhatIf; Get-ZecInstance i-3 | Reset-ZecInstance -WhatIf"),
            line => Assert.DoesNotContain('\u001b', line));
    }

    private static string What(string operation, string target) => $"What if: Performing the operation \"{operation}\" on target \"{target}\".";

    private static string[] WhatIf(ServedAccount account, string script)
    {
        var before = account.Session.Host.Lines.Count;
        var run = account.Run(script);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        var shown = account.Session.Host.Lines.Skip(before).Where(line => line.StartsWith("What if: ", StringComparison.Ordinal));
        return [.. shown, .. run.Information.Where(text => text.StartsWith("In total", StringComparison.Ordinal))];
    }

    private static async Task<ServedAccount> StartAsync()
    {
        var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Simulator.Add(new()
        {
            InstanceId = "i-1",
            InstanceName = "web-1",
            Status = "STOPPED",
            SystemDisk = new ZecSystemDisk { DiskId = "d-1", SizeGiB = 40 },
            DataDisks = [new ZecDataDisk { DiskId = "d-2", SizeGiB = 100, Portable = false }, new ZecDataDisk { DiskId = "d-3", SizeGiB = 1100, Portable = true }],
            PublicIpAddresses = ["203.0.113.7", "203.0.113.8"],
            Nics = [new ZecNic { NicId = "n-1", Type = "Primary" }, new ZecNic { NicId = "n-2", Type = "Secondary" }],
        });
        account.Simulator.Add(new()
        {
            InstanceId = "i-2",
            InstanceName = "web-2",
            Status = "STOPPED",
            SystemDisk = new ZecSystemDisk { DiskId = "d-0", SizeGiB = 40 },
        });
        return account;
    }
}
