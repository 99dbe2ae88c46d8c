using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What failed is in the result, on the error stream, and in nobody's doubt.</summary>
public class FailureTests
{
    // One request at a time, so that it is known which is the first.
    private const string RemoveStopped = "Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1";

    [Fact]
    public async Task Each_failed_ID_is_in_the_result_and_an_error_of_its_own()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 2);
        var failing = account.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Take(2).Select(instance => instance.InstanceId).ToArray();

        var run = account.Run($"$results = {RemoveStopped} -ErrorVariable failures; $ok = $?; $results");

        var first = run.Of<ZecBatchResult>()[0];
        Assert.False((bool)account.Session["ok"]!);
        Assert.Equal(ZecBatchStatus.PartiallyFailed, first.Status);
        Assert.Equal(failing, first.FailedIds);
        Assert.Equal(failing, run.Errors.Select(error => error.TargetObject));
        Assert.All(run.Errors, error =>
        {
            Assert.Equal("InstanceNotReleased,ZenlayerZec.Commands.RemoveZecInstanceCommand", error.FullyQualifiedErrorId);
            Assert.Contains(first.RequestId!, error.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        });
        Assert.Equal(failing, account.Run("$failures | ForEach-Object TargetObject").Of<string>());
    }

    [Fact]
    public async Task Error_action_stop_stops_further_batches()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1);

        var run = account.Run($"{RemoveStopped} -ErrorAction Stop");

        Assert.NotNull(run.Terminating);
        Assert.Equal(1, account.Releases);
        Assert.Single(run.Of<ZecBatchResult>());
    }

    [Fact]
    public async Task Error_action_stop_sends_no_more_batches_than_were_under_way()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2000);
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(409, "OPERATION_DENIED_BUSY") : null;

        var run = account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 3 -ErrorAction Stop");

        Assert.NotNull(run.Terminating);
        Assert.InRange(account.Releases, 1, 3);
        Assert.Equal(
            960,
            account.Run("(Get-ZecOperation).Ids").Of<string>().Distinct().Count());
    }

    [Fact]
    public async Task What_was_under_way_when_all_was_refused_is_accounted_for_too()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 3000);
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances"
            ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION")
            : null;

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -ErrorVariable failures -ErrorAction SilentlyContinue");

        var error = Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>());
        Assert.Equal(3000, ((string[])error.TargetObject).Distinct().Count());
        Assert.InRange(account.Releases, 1, 8);
        Assert.Equal(account.Releases, run.Of<ZecBatchResult>().Count);
        Assert.Equal(3000, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task The_failed_IDs_of_a_result_are_the_input_of_another_try()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && account.Releases == 0
            ? SimulatedFault.Error(409, "OPERATION_DENIED_BUSY")
            : null;

        var run = account.Run($"$r = {RemoveStopped}; $r[0]; $r[0].FailedIds | Remove-ZecInstance -Force");

        Assert.Equal([100, 0], run.Of<ZecBatchResult>().Select(result => result.FailedIds.Length));
        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.Status == "STOPPED");
    }

    [Fact]
    public async Task A_batch_that_failed_whole_is_one_error_with_its_IDs_and_the_others_go_on()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && account.Releases == 0
            ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE", message: "no good")
            : null;

        var run = account.Run(RemoveStopped);

        var error = Assert.Single(run.Errors);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(100, ((string[])error.TargetObject).Length);
        Assert.Contains("no good", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([ZecBatchStatus.Failed, ZecBatchStatus.Succeeded], run.Of<ZecBatchResult>().Select(result => result.Status));
    }

    [Theory]
    [InlineData("drop", ErrorCategory.ConnectionError)]
    [InlineData("garbage", ErrorCategory.InvalidResult)]
    [InlineData("500", ErrorCategory.ResourceUnavailable)]
    [InlineData("hang", ErrorCategory.OperationTimeout)]
    public async Task A_release_of_which_nothing_shows_after_a_lost_answer_leaves_the_batch_unknown(string fault, ErrorCategory category)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && account.Releases == 0
            ? fault switch
            {
                "drop" => SimulatedFault.Drop(carriesOut: false),
                "garbage" => SimulatedFault.Garbage(carriesOut: false),
                "hang" => SimulatedFault.Hang(carriesOut: false),
                _ => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut: false),
            }
            : null;

        var run = account.Run(
            "Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -TimeoutSec 1 -SettleTimeoutSec 1; "
            + "Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1");

        var error = Assert.Single(run.Errors);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains("it is unknown whether 100 instances were released. 100 still STOPPED 1 s later: run the command again", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([ZecBatchStatus.Succeeded, ZecBatchStatus.Unknown], run.Of<ZecBatchResult>().Select(result => result.Status));
        Assert.Equal(2, account.Releases);
        var warning = Assert.Single(run.Warnings);
        var unknown = run.Of<ZecBatchResult>()[1].UnknownIds;
        Assert.All(unknown.Take(10), id => Assert.Contains(id, warning, StringComparison.Ordinal));
        Assert.Contains("and 90 more", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(unknown[10], warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status RUNNING -First 2 | Restart-ZecInstance", "RebootInstances", "RUNNING")]
    [InlineData("Get-ZecInstance -Status STOPPED -First 2 | Reset-ZecInstance -Force", "ResetInstances", "RUNNING")]
    public async Task Where_the_state_does_not_show_what_was_done_nobody_is_told_to_do_it_again(string script, string action, string state)
    {
        await using var account = await ServedAccount.StartAsync(options => options.TransitionTime = TimeSpan.Zero);
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -SettleTimeoutSec 1; {script}");

        Assert.Contains(
            $"2 still {state} 1 s later, which does not show it: look at them before you run the command again.",
            Assert.Single(run.Errors).ToString(),
            StringComparison.Ordinal);
        Assert.Equal(1, account.Simulator.Calls.Count(call => call.Action == action));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_is_settled_by_a_look_at_the_instances(bool asText)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && account.Releases == 0
            ? SimulatedFault.Drop(carriesOut: true)
            : null;

        var run = account.Run(asText ? "(Get-ZecInstance -Status STOPPED).InstanceId | Remove-ZecInstance -Force" : RemoveStopped);

        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        Assert.All(run.Of<ZecBatchResult>(), result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.Equal(2, account.Releases);
        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.Status == "STOPPED");
    }

    [Theory]
    [InlineData(401, "AUTHFAILURE_SIGNATURE_FAILURE", ErrorCategory.AuthenticationError)]
    [InlineData(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION", ErrorCategory.PermissionDenied)]
    [InlineData(401, "AUTHFAILURE_SIGNATURE_EXPIRED", ErrorCategory.AuthenticationError)]
    public async Task What_would_fail_every_batch_alike_stops_the_sending_and_names_what_is_left(int status, string code, ErrorCategory category)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(status, code) : null;

        var run = account.Run($"try {{ Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1 }} catch {{ $caught = $_; throw }}");

        var error = run.Terminating!;
        Assert.Equal($"{code},ZenlayerZec.Commands.RemoveZecInstanceCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(250, ((string[])error.TargetObject).Length);
        Assert.Contains("150 more were not sent", error.ToString(), StringComparison.Ordinal);
        Assert.True(account.Releases <= 2);
        Assert.Equal(250, account.Simulator.Instances.Count);
    }

    [Theory]
    [InlineData(400, "INVALID_PARAMETER_VALUE", ErrorCategory.InvalidArgument)]
    [InlineData(403, "OPERATION_DENIED_INSTANCE_RECYCLED", ErrorCategory.PermissionDenied)]
    [InlineData(403, null, ErrorCategory.PermissionDenied)]
    [InlineData(401, null, ErrorCategory.AuthenticationError)]
    [InlineData(404, "OPERATION_FAILED_RESOURCE_NOT_FOUND", ErrorCategory.ObjectNotFound)]
    [InlineData(409, "INVALID_NIC_STATUS", ErrorCategory.InvalidArgument)]
    [InlineData(429, "REQUEST_LIMIT_EXCEEDED", ErrorCategory.LimitsExceeded)]
    [InlineData(451, null, ErrorCategory.PermissionDenied)]
    [InlineData(503, "SERVICE_TEMPORARY_UNAVAILABLE", ErrorCategory.ResourceUnavailable)]
    public async Task An_error_says_by_its_category_what_sort_it_is_and_what_to_do(int status, string? code, ErrorCategory category)
    {
        await using var account = await ServedAccount.StartAsync();

        // A wait of an hour is not kept: the error comes at once.
        account.Simulator.FaultFor = _ => SimulatedFault.Error(status, code, retryAfter: TimeSpan.FromHours(1));

        var run = account.Run("Get-ZecInstance");

        var error = run.Errors.Append(run.Terminating).First(error => error is not null)!;
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Get-ZecInstance", "DescribeInstances")]
    [InlineData("Remove-ZecInstance -InstanceId i-1 -Force", "DescribeInstances")]
    [InlineData("Remove-ZecInstance -InstanceId i-1 -Force -IncludeProtected", "DescribeInstancesStatus")]
    [InlineData("Get-ZecInstance -First 1 | Remove-ZecInstance -Force", "ReleaseInstances")]
    [InlineData("Start-ZecInstance -InstanceId i-1", "StartInstances")]
    [InlineData("New-ZecInstance -ZoneId z -InstanceType t -ImageId i -SubnetId s", "CreateZecInstances")]
    [InlineData("Get-ZecZone", "DescribeZones")]
    public async Task The_error_of_a_missing_right_names_the_action(string script, string action)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION") : null;

        var run = account.Run(script);

        var error = run.Errors.Append(run.Terminating).First(error => error is not null)!;
        Assert.Contains(action, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_is_not_there_is_one_error_and_the_others_are_emitted()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["id"] = account.Simulator.Instances[5].InstanceId;

        var run = account.Run("Get-ZecInstance nobody, $id, no-one");

        Assert.Single(run.Output);
        Assert.Equal(["nobody", "no-one"], run.Errors.Select(error => error.TargetObject));
        Assert.All(run.Errors, error => Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category));
    }

    [Fact]
    public void A_service_that_cannot_be_reached_is_a_connection_error()
    {
        using var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain("x");

        // Port 1 of this machine: nothing listens there.
        var run = session.Run("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Endpoint http://127.0.0.1:1; Remove-ZecInstance i-1 -Force");

        var error = Assert.Single(run.Errors);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Equal("ConnectionFailed,ZenlayerZec.Commands.RemoveZecInstanceCommand", error.FullyQualifiedErrorId);
        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().FailedIds);
    }
}
