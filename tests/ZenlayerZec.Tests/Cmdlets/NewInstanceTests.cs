using System.Management.Automation;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Orders of instances: what is asked for, once, and what is told of it.</summary>
public class NewInstanceTests
{
    private const string Order = "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1";

    [Fact]
    public async Task An_order_says_what_was_ordered_and_its_instances_are_there()
    {
        await using var account = await ServedAccount.StartAsync();

        var order = account.Session.Must($"{Order} -Name 'job_[3,2]' -Count 3").Single<ZecInstanceOrder>();

        Assert.Equal((3, "asia-east-1a", "z2a.cpu.2", "debian12_20240712", "job_[3,2]"), (order.Count, order.ZoneId, order.InstanceType, order.ImageId, order.InstanceName));
        Assert.StartsWith("ZEC", order.OrderNumber, StringComparison.Ordinal);
        Assert.StartsWith("T", order.RequestId, StringComparison.Ordinal);
        var made = account.Simulator.Instances.Skip(250).ToArray();
        Assert.Equal(order.InstanceIds, made.Select(instance => instance.InstanceId));
        Assert.Equal(["job03", "job04", "job05"], made.Select(instance => instance.InstanceName));
    }

    [Fact]
    public async Task More_than_a_hundred_go_out_one_request_after_the_other_and_names_go_on()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);

        var run = account.Session.Must($"{Order} -Name 'job_[1,3]' -Count 250");

        Assert.Equal([100, 100, 50], run.Of<ZecInstanceOrder>().Select(order => order.InstanceIds.Count));
        Assert.Equal(Enumerable.Range(1, 250).Select(number => $"job{number:D3}"), account.Simulator.Instances.Select(instance => instance.InstanceName));
        Assert.Equal(
            account.Simulator.Instances.Select(instance => instance.InstanceId), run.Of<ZecInstanceOrder>().SelectMany(order => order.InstanceIds));
        Assert.Contains(run.Progress, record => record.StatusDescription == "100 of 250 instances, in 3 orders");
    }

    [Fact]
    public async Task Everything_that_was_chosen_is_asked_for_and_nothing_else()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["password"] = ServedAccount.Plain("Example+123");

        account.Session.Must($$"""
            {{Order}} -Name job -Password $password -SystemDiskSizeGiB 40 -SystemDiskCategory 'basic nvme ssd' -SystemDiskBursting `
              -DataDiskSizeGiB 100 -DataDiskCategory 'Standard NVMe SSD' -DataDiskBursting -SecurityGroupId sg-1 -LanIp 10.0.0.9 `
              -InternetChargeType bandwidthcluster -BandwidthMbps 10 -TrafficPackageSizeTB 1.5 -EipBindType passthrough -EipId eip-1 -IpStackType ipv4_ipv6 `
              -NetworkLineType premiumbgp -ClusterId c-1 -IPv6ClusterId c-2 -NicNetworkType FAILOVER -ResourceGroupId rg-platform `
              -Tag @{ env = 'dev' } -TimeZone Asia/Hong_Kong -UserData "#!/bin/sh`necho hi" -EnableAgent $false -EnableIpForward `
              -NestedVirtualization -DiscountCode D1 -UsePocVoucher
            """);
        account.Session.Must(Order);

        Assert.Equal(
            Json("""
            {"zoneId":"asia-east-1a","imageId":"debian12_20240712","instanceType":"z2a.cpu.2","instanceCount":1,"subnetId":"subnet-1","instanceName":"job",
             "timeZone":"Asia/Hong_Kong","password":"Example+123","nicNetworkType":"FailOver",
             "systemDisk":{"diskSize":40,"diskCategory":"Basic NVMe SSD","burstingEnabled":true},
             "dataDisks":[{"diskSize":100,"diskAmount":1,"burstingEnabled":true,"diskCategory":"Standard NVMe SSD"}],
             "securityGroupId":"sg-1","lanIp":"10.0.0.9","enableAgent":false,"enableIpForward":true,"internetChargeType":"BandwidthCluster",
             "trafficPackageSize":1.5,"bandwidth":10,"eipBindType":"Passthrough","eipIds":["eip-1"],"ipStackType":"IPv4_IPv6","networkLineType":"PremiumBGP",
             "clusterId":"c-1","ipv6ClusterId":"c-2","resourceGroupId":"rg-platform","marketingOptions":{"discountCode":"D1","usePocVoucher":true},
             "tags":{"tags":[{"key":"env","value":"dev"}]},"userData":"#!/bin/sh\necho hi","instanceOptions":{"nestedVirtualization":true}}
            """),
            Json(account.Simulator.Calls[0].Body));
        Assert.Equal(
            Json("""{"zoneId":"asia-east-1a","imageId":"debian12_20240712","instanceType":"z2a.cpu.2","instanceCount":1,"subnetId":"subnet-1"}"""),
            Json(account.Simulator.Calls[1].Body));
    }

    [Theory]
    [InlineData("-KeyId key-1 -Password $secret", "A password and a key pair cannot be combined.")]
    [InlineData("-Count 3 -EipId eip-1, eip-2", "there are 2 for 3")]
    [InlineData("-Count 2 -EipId eip-1, eip-1", "given twice")]
    [InlineData("-DataDiskCategory 'Basic NVMe SSD'", "-DataDiskSizeGiB")]
    [InlineData("-Count 200 -Name 'job_[99950,5]'", "exceed 99999")]
    [InlineData("-Count 0", "'Count'")]
    [InlineData("-Count 10001", "'Count'")]
    [InlineData("-Tag @{ env = $null }", "no value")]
    [InlineData("-Name ''", "'Name'")]
    public async Task What_cannot_be_meant_is_not_sent(string option, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Contains(words, account.Run($"{Order} {option}").Everything, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("-WhatIf", "What if: Performing the operation \"Create 3 instances\" on target \"z2a.cpu.2 in asia-east-1a, image debian12_20240712, name job\".")]
    [InlineData("-WhatIf -Confirm:$false", "What if: ")]
    public async Task What_if_orders_nothing_and_says_what_it_would(string option, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Run($"{Order} -Name job -Count 3 {option}");

        Assert.Empty(account.Simulator.Calls);
        Assert.Contains(account.Session.Host.Lines, line => line.StartsWith(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Yes", 1)]
    [InlineData("No", 0)]
    public async Task Whoever_wants_to_be_asked_is_asked_once_for_the_whole(string reply, int orders)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Session.Host.Answers.Enqueue(reply);

        account.Session.Must($"{Order} -Count 150 -Confirm");

        Assert.Contains("\"Create 150 instances\" on target \"z2a.cpu.2 in asia-east-1a", Assert.Single(account.Session.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(150 * orders, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task A_refused_order_is_an_error_and_the_next_goes_out_all_the_same()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(400, "RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT"));

        var run = account.Run($"{Order} -Count 101");

        var error = Assert.Single(run.Errors);
        Assert.Equal("RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT,ZenlayerZec.Commands.NewZecInstanceCommand", error.FullyQualifiedErrorId);
        Assert.StartsWith("Order 1 of 2 (100 instances) was not placed:", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("z2a.cpu.2 in asia-east-1a, image debian12_20240712", error.TargetObject);
        Assert.Single(run.Single<ZecInstanceOrder>().InstanceIds);
        Assert.Equal(["Failed 100", "Succeeded 1"], Operations(account));
    }

    [Theory]
    [InlineData("drop", true, "ConnectionLost", ErrorCategory.ConnectionError)]
    [InlineData("drop", false, "ConnectionLost", ErrorCategory.ConnectionError)]
    [InlineData("cut", true, "ConnectionLost", ErrorCategory.ConnectionError)]
    [InlineData("garbage", true, "AnswerMalformed", ErrorCategory.InvalidResult)]
    [InlineData("unavailable", true, "SERVICE_TEMPORARY_UNAVAILABLE", ErrorCategory.ResourceUnavailable)]
    [InlineData("500", true, "INTERNAL_SERVER_ERROR", ErrorCategory.ResourceUnavailable)]
    [InlineData("hang", true, "RequestTimedOut", ErrorCategory.OperationTimeout)]
    public async Task An_order_whose_answer_is_lost_is_never_sent_again_and_says_how_to_look(
        string fault, bool carriesOut, string code, ErrorCategory category)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -TimeoutSec 1");
        account.Simulator.Faults.Enqueue(null);
        account.Simulator.Faults.Enqueue(fault switch
        {
            "drop" => SimulatedFault.Drop(carriesOut),
            "cut" => SimulatedFault.Cut(),
            "garbage" => SimulatedFault.Garbage(carriesOut),
            "hang" => SimulatedFault.Hang(carriesOut),
            "unavailable" => SimulatedFault.Error(503, "SERVICE_TEMPORARY_UNAVAILABLE", carriesOut),
            _ => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        });

        var run = account.Run($"{Order} -Name 'job_[1,3]' -Count 250");

        var error = Assert.Single(run.Errors);
        Assert.Equal($"{code},ZenlayerZec.Commands.NewZecInstanceCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.StartsWith("It is unknown whether 100 instances (z2a.cpu.2 in asia-east-1a", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(" 50 more were not ordered.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, account.Simulator.Calls.Count);
        Assert.Equal(100, run.Single<ZecInstanceOrder>().InstanceIds.Count);
        Assert.Equal(["Succeeded 100", "Unknown 100", "NeverSent 50"], Operations(account));
    }

    [Fact]
    public async Task The_way_to_look_finds_just_what_the_order_made()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));
        var before = account.Simulator.Instances.Count;

        var error = Assert.Single(account.Run($"{Order} -Name 'web-[1,3]' -Count 2").Errors);

        var look = error.ErrorDetails.RecommendedAction[error.ErrorDetails.RecommendedAction.IndexOf("Get-ZecInstance", StringComparison.Ordinal)..];
        Assert.Contains(look, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            account.Simulator.Instances.Skip(before).Select(instance => instance.InstanceId),
            account.Session.Must(look).Of<ZecInstance>().Select(instance => instance.InstanceId));
    }

    [Theory]
    [InlineData(429, "REQUEST_LIMIT_EXCEEDED")]
    [InlineData(400, "REQUEST_LIMIT_EXCEEDED")]
    public async Task An_order_that_was_certainly_not_placed_is_sent_again(int status, string code)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(status, code, retryAfter: TimeSpan.Zero));

        account.Session.Must(Order);

        Assert.Equal(2, account.Simulator.Calls.Count);
        Assert.Equal(251, account.Simulator.Instances.Count);
        Assert.Equal([2], account.Session.Must("(Get-ZecOperation).Attempts").Of<int>());
    }

    [Fact]
    public async Task What_fails_every_order_alike_ends_the_run_and_says_how_many_were_not_ordered()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.Faults.Enqueue(null);
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION"));

        var run = account.Run($"{Order} -Count 350");

        var error = run.Errors.Append(run.Terminating).First(error => error is not null)!;
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.StartsWith("Order 2 of 4 (100 instances) was not placed. 150 more were not ordered. Get-ZecOperation lists those that were.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, account.Simulator.Calls.Count);
        Assert.Equal(["Succeeded 100", "Failed 100", "NeverSent 150"], Operations(account));
    }

    [Theory]
    [InlineData("\"i-1\"", 1)]
    [InlineData("\"i-1\",\"i-1\"", 1)]
    [InlineData("", 0)]
    [InlineData("\"i-1\",\"i-2\",\"i-3\"", 3)]
    public async Task Another_number_of_instances_than_was_asked_for_is_an_error_and_ends_the_run(string ids, int count)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(
            $$$"""{"requestId":"T1","response":{"requestId":"T1","orderNumber":"ZEC1","instanceIdSet":[{{{ids}}}]}}"""));
        account.Session["eips"] = Enumerable.Range(0, 2).Select(number => $"eip-{number}").ToArray();

        var run = account.Run($"{Order} -Count 2 -EipId $eips");

        var error = Assert.Single(run.Errors);
        Assert.Equal("InstanceCountDiffers,ZenlayerZec.Commands.NewZecInstanceCommand", error.FullyQualifiedErrorId);
        Assert.StartsWith($"2 instances had been ordered, and the answer has the IDs of {count} (order ZEC1, requestId T1).", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(count, run.Single<ZecInstanceOrder>().InstanceIds.Count);
        Assert.Equal(["PartiallyFailed 2"], Operations(account));
    }

    [Fact]
    public async Task Who_wants_to_stop_at_an_error_gets_no_further_order()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE"));

        account.Run($"{Order} -Count 150 -ErrorAction Stop");

        Assert.Single(account.Simulator.Calls);
        Assert.Equal(["Failed 100", "NeverSent 50"], Operations(account));
    }

    [Fact]
    public async Task Ctrl_C_lets_the_order_in_flight_come_home_and_keeps_what_it_made()
    {
        await using var account = await ServedAccount.StartAsync();
        var arrived = new TaskCompletionSource();
        using var asked = new ManualResetEventSlim();
        account.Session["asked"] = asked;
        account.Simulator.FaultFor = _ =>
        {
            arrived.TrySetResult();
            asked.Wait(TestContext.Current.CancellationToken);
            return null;
        };

        await account.Session.RunAndStopAsync($"{Order} -Count 250 | Watch-Stop $asked", arrived.Task);

        Assert.Contains(
            account.Session.Host.Lines,
            line => line.StartsWith("WARNING: CreateZecInstances was stopped: 100 done, 0 failed, 0 unknown, 0 skipped, 150 never sent in ", StringComparison.Ordinal)
                && line.EndsWith(" s. Get-ZecOperation lists the new instances' IDs.", StringComparison.Ordinal));
        Assert.Single(account.Simulator.Calls);
        Assert.Equal(["Succeeded 100", "NeverSent 150"], Operations(account));
        Assert.Equal(
            account.Simulator.Instances.Skip(250).Select(instance => instance.InstanceId), account.Session.Must("(Get-ZecOperation)[0].Ids").Of<string>());
    }

    [Fact]
    public async Task Whoever_waits_gets_the_instances_once_they_run_and_an_error_for_each_that_failed()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 0;
            options.TransitionTime = TimeSpan.Zero;
            options.CreateFailureCount = 2;
        });

        var run = account.Run($"{Order} -Count 103 -Wait");

        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();
        Assert.Equal(ids[2..], run.Of<ZecInstance>().Select(instance => instance.InstanceId));
        Assert.All(run.Of<ZecInstance>(), instance => Assert.Equal("RUNNING", instance.Status));
        Assert.Equal(ids[..2], run.Errors.Select(error => error.TargetObject));
        Assert.All(run.Errors, error => Assert.StartsWith("InstanceEndedElsewhere,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_does_not_run_in_time_is_an_error_and_the_others_are_emitted()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 0;
            options.TransitionTime = TimeSpan.FromHours(1);
        });

        var run = account.Run($"{Order} -Wait -TimeoutSec 1");

        Assert.StartsWith("WaitTimedOut,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(["Succeeded 1"], Operations(account));
    }

    [Fact]
    public async Task An_order_is_the_input_of_the_waiting()
    {
        await using var account = await ServedAccount.StartAsync(options => options.TransitionTime = TimeSpan.Zero);

        var run = account.Session.Must($"{Order} -Count 101 | Wait-ZecInstance -Until RUNNING");

        Assert.Equal(account.Simulator.Instances.Skip(250).Select(instance => instance.InstanceId), run.Of<ZecInstance>().Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task No_stream_shows_the_password_or_the_user_data()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["password"] = ServedAccount.Plain("Example+123");
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE", message: "Example+123 is too simple."));

        var run = account.Run($"{Order} -Password $password -UserData 'echo hush' -Verbose -Debug; $Error[0].Exception.ToString(); Get-ZecOperation | Out-String");

        Assert.Contains("CreateZecInstances", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Example", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", string.Join('\n', run.Debug.Concat(run.Verbose)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Operations(ServedAccount account)
        => account.Session.Must("Get-ZecOperation | ForEach-Object { \"$($_.Outcome) $($_.Count)\" }").Of<string>();

    private static string Json(string text)
        => JsonSerializer.Serialize(new SortedDictionary<string, JsonElement>(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!, StringComparer.Ordinal));
}
