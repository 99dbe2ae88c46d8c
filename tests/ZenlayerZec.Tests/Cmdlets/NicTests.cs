using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Network interfaces: what a user asks for, what is sent, and what comes back.</summary>
public class NicTests
{
    private const string Spare = "nic-unused";

    /// <summary>A running instance in the region of the network interface that nobody uses.</summary>
    private const string Machine = "$vm = @(Get-ZecInstance -Status RUNNING | Where-Object { $_.Nics[0].RegionId -eq 'asia-east-1' })[0]; ";

    [Fact]
    public async Task Instances_subnets_VPCs_and_network_interfaces_lead_to_each_other()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 30);

        var run = account.Session.Must("""
            $vm = Get-ZecInstance -First 1
            "$(($vm | Get-ZecNic).NicId -eq $vm.Nics[0].NicId)"
            "$(($vm | Get-ZecNic | Get-ZecInstance).InstanceId -eq $vm.InstanceId)"
            "$(($vm.Nics | Get-ZecInstance).InstanceId -eq $vm.InstanceId)"
            "$(@(Get-ZecSubnet subnet-1 | Get-ZecNic).NicId -contains 'nic-unused')"
            "$(@(Get-ZecVpc vpc-main | Get-ZecNic).Count -eq @(Get-ZecNic).Count)"
            "$((Get-ZecNic nic-unused | Get-ZecSubnet).SubnetId), $((Get-ZecNic nic-unused | Get-ZecVpc).VpcId), $(@(Get-ZecNic nic-unused | Get-ZecInstance).Count)"
            """);

        Assert.Equal(["True", "True", "True", "True", "True", "subnet-1, vpc-main, 0"], run.Of<string>());
    }

    [Fact]
    public async Task An_instance_and_the_list_show_the_same_of_a_network_interface()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $own = (Get-ZecInstance -First 1).Nics[0]
            $listed = Get-ZecNic $own.NicId
            foreach ($property in $listed.PSObject.Properties) {
                if ("$($property.Value)" -cne "$($own.($property.Name))") { $property.Name }
            }
            $own.GetType().Name
            """);

        Assert.Equal(["ZecNic"], run.Of<string>());
    }

    [Theory]
    [InlineData("Get-ZecNic -Unused", """{"status":"AVAILABLE","pageSize":1000,"pageNum":1}""")]
    [InlineData("Get-ZecNic -Type secondary", """{"nicType":"Secondary","pageSize":1000,"pageNum":1}""")]
    [InlineData("Get-ZecNic -Name spare -SecurityGroupId sg-default", """{"name":"spare","securityGroupId":"sg-default","pageSize":1000,"pageNum":1}""")]
    [InlineData("Get-ZecNic -SubnetId subnet-1 -Status Available", """{"subnetId":"subnet-1","status":"AVAILABLE","pageSize":1000,"pageNum":1}""")]
    public async Task A_list_asks_for_what_the_filters_say(string script, string body)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(Spare, account.Session.Must(script).Single<ZecNic>().NicId);

        Assert.Equal(body, Assert.Single(Bodies(account, "DescribeNetworkInterfaces")), ignoreCase: true);
    }

    [Fact]
    public async Task A_new_network_interface_is_returned_as_the_service_has_it()
    {
        await using var account = await ServedAccount.StartAsync();

        var nic = account.Session.Must("Get-ZecSubnet subnet-1 | New-ZecNic -Name probe -SecurityGroupId sg-web -Tag @{ env = 'dev' } -Wait").Single<ZecNic>();

        Assert.Equal(("probe", "AVAILABLE", "Secondary", "subnet-1", "sg-web", "IPv4"), (nic.Name, nic.Status, nic.Type, nic.SubnetId, nic.SecurityGroupId, nic.IpStackType));
        Assert.StartsWith("10.1.", nic.PrimaryIPv4, StringComparison.Ordinal);
        Assert.Equal("dev", nic.Tags["env"]);
        Assert.Equal(
            """{"name":"probe","subnetId":"subnet-1","securityGroupId":"sg-web","tags":{"tags":[{"key":"env","value":"dev"}]}}""",
            Assert.Single(Bodies(account, "CreateNetworkInterface")));
    }

    [Theory]
    [InlineData("New-ZecNic subnet-1 -Name six -WhatIf", "What if: Performing the operation \"Create 1 network interface\" on target \"six in the subnet subnet-1\".")]
    [InlineData("New-ZecNic subnet-1 -Name six -InternetChargeType ByBandwidth -WhatIf", "What if: Performing the operation \"Create 1 network interface, which is billed from then on\" on target \"six in the subnet subnet-1\".")]
    public async Task The_question_says_where_a_network_interface_is_billed(string script, string line)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must(script);

        Assert.Contains(line, account.Session.Host.Lines);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task A_new_network_interface_whose_answer_is_lost_is_not_asked_for_again_and_the_error_says_how_to_look()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreateNetworkInterface" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("New-ZecNic subnet-1 -Name probe");

        Assert.Contains("Get-ZecNic -SubnetId 'subnet-1' -Name 'probe' | Where-Object CreateTime -ge", Assert.Single(run.Errors).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Single(Bodies(account, "CreateNetworkInterface"));
    }

    [Fact]
    public async Task A_network_interface_whose_creation_fails_is_an_error_of_the_wait()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailingCreations["CreateNetworkInterface"] = 1);

        var run = account.Run("New-ZecNic subnet-1 -Name probe -Wait");

        Assert.Contains("is CREATE_FAILED and cannot become AVAILABLE", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attached_network_interface_is_the_instances_and_a_detached_one_nobodys()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 30);

        var run = account.Session.Must(Machine + """
            $nic = Get-ZecNic -Unused | Mount-ZecNic -InstanceId $vm.InstanceId -Wait -PassThru
            "$($nic.Status), $($nic.AttachedInstanceId -eq $vm.InstanceId), $(($vm | Get-ZecInstance).Nics.Type)"
            "$(($vm | Get-ZecInstance).PrivateIpAddresses -contains $nic.PrimaryIPv4)"
            $free = $nic | Dismount-ZecNic -Wait -PassThru
            "$($free.Status), $($free.AttachedInstanceId), $(($vm | Get-ZecInstance).Nics.Type)"
            """);

        Assert.Equal(["USED, True, Primary Secondary", "True", "AVAILABLE, , Primary"], run.Of<string>());
    }

    [Theory]
    [InlineData("Get-ZecNic $vm.Nics[0].NicId | Remove-ZecNic -Force", "is the primary one of its instance, and is deleted with the instance")]
    [InlineData("Remove-ZecNic $vm.Nics[0].NicId -Force", "is the primary one of its instance, and is deleted with the instance")]
    [InlineData("$vm.Nics | Remove-ZecNic -Force", "is the primary one of its instance, and is deleted with the instance")]
    public async Task A_primary_network_interface_is_skipped_with_a_warning(string script, string says)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must($"$vm = Get-ZecInstance -First 1; {script}");

        Assert.Single(run.Single<ZecBatchResult>().SkippedIds);
        Assert.Contains(says, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Empty(Bodies(account, "DeleteNetworkInterface"));
    }

    [Theory]
    [InlineData("Get-ZecNic nic-unused | Remove-ZecNic -Force")]
    [InlineData("Remove-ZecNic nic-unused -Force")]
    public async Task An_attached_network_interface_is_an_error_and_nothing_is_sent_for_it(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(Machine + "Mount-ZecNic nic-unused -InstanceId $vm.InstanceId -Wait | Out-Null");

        var run = account.Run(script);

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("NicStateWrong,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The network interface nic-unused is USED: it is attached to an instance, and Dismount-ZecNic has to detach it first.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([Spare], run.Single<ZecBatchResult>().FailedIds);
        Assert.Empty(Bodies(account, "DeleteNetworkInterface"));
    }

    [Fact]
    public async Task A_network_interface_that_was_detached_since_it_was_read_is_deleted()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must(Machine + """
            $nic = Mount-ZecNic nic-unused -InstanceId $vm.InstanceId -Wait -PassThru
            Dismount-ZecNic nic-unused -Wait | Out-Null
            $nic | Remove-ZecNic -Force
            """);

        Assert.Equal([Spare], run.Single<ZecBatchResult>().SucceededIds);
    }

    [Theory]
    [InlineData("Mount-ZecNic nic-unused -InstanceId $stopped", "is STOPPED")]
    [InlineData("Mount-ZecNic nic-unused -InstanceId i-gone", "The instance i-gone was not found")]
    [InlineData("Mount-ZecNic $vm.Nics[0].NicId -InstanceId $vm.InstanceId", "is USED")]
    [InlineData("Dismount-ZecNic nic-unused", "is not attached to an instance")]
    [InlineData("Dismount-ZecNic $vm.Nics[0].NicId", "is a primary one")]
    [InlineData("Set-ZecNic nic-unused -SecurityGroupId sg-gone", "sg-gone was not found")]
    [InlineData("New-ZecNic subnet-gone -Name x-1", "subnet-gone was not found")]
    [InlineData("New-ZecNic subnet-1 -Name x-1 -IpStackType IPv6", "has no IPv6 addresses")]
    public async Task What_the_service_refuses_is_an_error(string script, string says)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(Machine + "$stopped = (Get-ZecInstance -Status STOPPED -First 1).InstanceId; " + script);

        Assert.Contains(says, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-ZecNic nic-unused -Name new-1", "ModifyNetworkInterfacesAttribute", """{"nicIds":["nic-unused"],"name":"new-1"}""")]
    [InlineData("Get-ZecNic nic-unused | Set-ZecNic -Name { \"$($_.Name)-2\" }", "ModifyNetworkInterfacesAttribute", """{"nicIds":["nic-unused"],"name":"spare-2"}""")]
    [InlineData("Set-ZecNic nic-unused -SecurityGroupId sg-web", "ModifyNetworkInterfaceAttribute", """{"nicId":"nic-unused","securityGroupId":"sg-web"}""")]
    [InlineData("Set-ZecNic nic-unused -SecurityGroupId sg-web -Name new-1", "ModifyNetworkInterfaceAttribute", """{"nicId":"nic-unused","name":"new-1","securityGroupId":"sg-web"}""")]
    public async Task A_change_sends_only_what_is_given_by_the_action_that_takes_it(string script, string action, string body)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must(script);

        var call = Assert.Single(account.Simulator.Calls, call => !call.Action.StartsWith("Describe", StringComparison.Ordinal));
        Assert.Equal((action, body), (call.Action, call.Body));
    }

    [Fact]
    public async Task An_instance_is_in_the_new_security_group_of_its_primary_network_interface()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $vm = Get-ZecInstance -First 1
            $vm.Nics | Set-ZecNic -SecurityGroupId sg-unused | Out-Null
            $now = $vm | Get-ZecInstance
            $now.SecurityGroupId, $now.Nics[0].SecurityGroupId
            """);

        Assert.Equal(["sg-unused", "sg-unused"], run.Of<string>());
    }

    [Fact]
    public async Task A_detachment_is_not_resumed()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Session.Must(Machine + "Mount-ZecNic nic-unused -InstanceId $vm.InstanceId -Wait | Out-Null");
        account.Simulator.FaultFor = request => request.Action == "DetachNetworkInterface" ? SimulatedFault.Drop(carriesOut: false) : null;

        var run = account.Run("$results = Dismount-ZecNic nic-unused; $results; $results | Resume-ZecOperation");

        Assert.Equal([Spare], run.Of<ZecBatchResult>()[0].UnknownIds);
        Assert.Contains(run.Errors, error => $"{error}{error.ErrorDetails?.Message}{error.ErrorDetails?.RecommendedAction}".Contains("Dismount-ZecNic", StringComparison.Ordinal));
        Assert.Single(Bodies(account, "DetachNetworkInterface"));
    }

    [Fact]
    public async Task Network_interfaces_that_go_with_an_instance_are_gone_and_the_kept_ones_are_nobodys()
    {
        await using var account = await ServedAccount.StartAsync(options => options.ReleaseTime = TimeSpan.Zero);

        var run = account.Session.Must(Machine + """
            Mount-ZecNic nic-unused -InstanceId $vm.InstanceId -Wait | Out-Null
            Stop-ZecInstance $vm -Wait | Out-Null
            Remove-ZecInstance $vm.InstanceId -KeepDependentResource -Force -Wait | Out-Null
            Get-ZecNic $vm.Nics[0].NicId -ErrorAction Ignore
            (Get-ZecNic nic-unused).Status
            """);

        Assert.Equal(["AVAILABLE"], run.Output.Select(item => item.ToString()));
    }

    private static IEnumerable<string> Bodies(ServedAccount account, string action) => account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body);
}
