using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The account's own images: how they are made, where their copies are, and what takes them away.</summary>
public class ImageTests
{
    private const string Golden = "webgolden_20250301";

    [Fact]
    public async Task The_accounts_own_images_are_listed_without_a_zone_and_say_their_regions()
    {
        await using var account = await StartAsync();

        var image = account.Session.Must("Get-ZecImage -Custom").Single<ZecImage>();

        Assert.Equal((Golden, "web-golden", null), (image.ImageId, image.ImageName, image.ZoneId));
        Assert.Contains("eu-west-1", image.RegionIds);
        Assert.Equal(Golden, account.Session.Must($"Get-ZecImage -Custom -ImageId {Golden} | Get-ZecImage").Single<ZecImage>().ImageId);
        Assert.Empty(account.Session.Must("@() | Get-ZecImage -Custom").Output);
    }

    [Theory]
    [InlineData("Get-ZecImage -Custom | Get-ZecImage -Name web*", Golden)]
    [InlineData("Get-ZecImage -Custom | Get-ZecImage -OsType windows")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ZecImage -Custom))) | Get-ZecImage -Name web*", Golden)]
    public async Task The_accounts_own_images_are_filtered_when_they_are_read_again(string command, params string[] found)
    {
        await using var account = await StartAsync();

        Assert.Equal(found, account.Session.Must(command).Of<ZecImage>().Select(image => image.ImageId));
    }

    [Theory]
    [InlineData("Get-ZecImage -Custom -RegionId eu-west-1, asia-east-1 -OsType LINUX -Tag @{ role = 'web' }", true)]
    [InlineData("Get-ZecImage -Custom -RegionId moon-1", false)]
    [InlineData("Get-ZecImage -Custom -OsType windows", false)]
    [InlineData("Get-ZecImage -Custom -Status FAILED", false)]
    [InlineData("Get-ZecImage -Custom -First 1 -Skip 1", false)]
    public async Task Filters_narrow_the_list_of_the_accounts_own_images(string command, bool isFound)
    {
        await using var account = await StartAsync();

        Assert.Equal(isFound ? [Golden] : [], account.Session.Must(command).Of<ZecImage>().Select(image => image.ImageId));
    }

    [Fact]
    public async Task First_and_IncludeTotalCount_count_the_images_of_all_zones()
    {
        await using var account = await StartAsync();

        var run = account.Session.Must("Get-ZecImage eu-west-1a, asia-east-1a -Name 'Debian*', 'Rocky*' -First 3 -IncludeTotalCount");

        Assert.Equal(4UL, run.Output[0].BaseObject);
        Assert.Equal(3, run.Output.Skip(1).Count(item => item.BaseObject is ZecImage));
    }

    [Fact]
    public async Task A_machine_is_cloned_by_an_image_of_it()
    {
        await using var account = await StartAsync();
        account.Session["id"] = account.Simulator.Instances.First(one => one.Status == "RUNNING").InstanceId;

        var made = account.Session.Must("""
            $vm = Get-ZecInstance $id
            $null = Stop-ZecInstance $vm -Wait
            $image = $vm | New-ZecImage -Name web-clone -Wait
            $null = Start-ZecInstance $vm -Wait
            New-ZecInstance -ZoneId $vm.ZoneId -InstanceType $vm.InstanceType -SubnetId $vm.SubnetId -ImageId $image.ImageId -Name 'web-[2,1]' -Count 3 -Wait
            """).Of<ZecInstance>();

        var image = account.Session.Must("$image").Single<ZecImage>();
        Assert.Equal(("web-clone", "AVAILABLE"), (image.ImageName, image.ImageStatus));
        Assert.Single(image.RegionIds);
        Assert.All(made, one => Assert.Equal((image.ImageId, "web-clone", "RUNNING"), (one.ImageId, one.ImageName, one.Status)));
        Assert.Equal(3, made.Count);
        Assert.Equal(3, account.Session.Must("$image | Get-ZecInstance").Of<ZecInstance>().Count);
        Assert.Equal(image.ImageId, account.Session.Must("Get-ZecInstance -ImageId $image.ImageId -First 1 | Get-ZecImage").Single<ZecImage>().ImageId);
        Assert.Empty(account.Session.Must("Stop-ZecInstance $id -Wait | Out-Null; Reset-ZecInstance $id -ImageId $image.ImageId -Force").Single<ZecBatchResult>().FailedIds);
    }

    [Fact]
    public async Task No_image_is_made_of_a_running_instance()
    {
        await using var account = await StartAsync();

        var run = account.Run("Get-ZecInstance -Status RUNNING -First 1 | New-ZecImage -Name mine");

        Assert.StartsWith("OPERATION_DENIED_INSTANCE_NOT_STOPPED,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(account.Session.Must("Get-ZecImage -Custom").Output);
    }

    [Fact]
    public async Task A_script_block_names_each_image_and_an_image_that_failed_is_an_error()
    {
        await using var account = await StartAsync(options => options.FailingCreations["CreateImage"] = 1);

        var run = account.Run("$two = Get-ZecInstance -Status STOPPED -First 2; $two | New-ZecImage -Name { \"$($_.InstanceName)-last\" } -Tag @{ from = 'test' } -Wait");

        Assert.StartsWith("ImageEndedElsewhere,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        var image = run.Single<ZecImage>();
        Assert.EndsWith("-last", image.ImageName, StringComparison.Ordinal);
        Assert.Equal("test", image.Tags["from"]);
    }

    [Fact]
    public async Task An_image_whose_answer_is_lost_is_not_asked_for_again_and_the_error_says_how_to_look()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreateImage" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("Get-ZecInstance -Status STOPPED -First 2 | New-ZecImage -Name 'it''s'");

        var error = Assert.Single(run.Errors);
        Assert.Single(account.Simulator.Calls, call => call.Action == "CreateImage");
        Assert.Contains("Get-ZecImage -Custom -Name 'it''s'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        account.Simulator.FaultFor = null;
        Assert.Equal("it's", account.Session.Must("Get-ZecImage -Custom -Name 'it''s'").Single<ZecImage>().ImageName);
    }

    [Theory]
    [InlineData("Get-ZecInstance -First 1 | Remove-ZecImage -Force", "To name the image that it was made from, put Get-ZecImage in between.")]
    [InlineData("[pscustomobject]@{ InstanceId = 'i-1'; ImageId = 'img-1' } | Remove-ZecImage -Force", "its column InstanceId comes first")]
    [InlineData("Get-ZecZone eu-west-1a | Set-ZecImage -Name other", "To name the images in it, put Get-ZecImage in between.")]
    [InlineData("Get-ZecEip -First 1 | Remove-ZecImageCopy -RegionId eu-west-1 -Force", "Pipe images as Get-ZecImage -Custom returns them.")]
    public async Task What_only_has_an_image_is_no_image(string command, string sentence)
    {
        await using var account = await StartAsync();

        var run = account.Run(command);

        Assert.Contains(sentence, Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>()).ToString(), StringComparison.Ordinal);
        Assert.All(account.Simulator.Calls, call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_of_the_service_are_left_out()
    {
        await using var account = await StartAsync();

        var run = account.Run("Get-ZecImage eu-west-1a -Type PUBLIC_IMAGE | Remove-ZecImage -Force; Get-ZecImage eu-west-1a -OsType bsd | Copy-ZecImage -RegionId asia-east-1");

        Assert.Equal(7, run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds).Count());
        Assert.All(account.Simulator.Calls, call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_shows_its_progress_until_the_image_has_the_region()
    {
        await using var account = await StartAsync(options => options.TransitionTime = TimeSpan.FromMinutes(10));
        Add(account, "mine", "asia-east-1");

        account.Session.Must("Get-ZecImage -Custom -Name mine | Copy-ZecImage -RegionId eu-west-1, na-west-1");
        var copies = account.Session.Must("Get-ZecImage -Custom -Name mine | Get-ZecImageCopyProgress").Of<ZecImageCopyProgress>();

        Assert.Equal([("mine", "eu-west-1"), ("mine", "na-west-1")], copies.Select(copy => (copy.ImageId, copy.RegionId!)));
        Assert.All(copies, copy => Assert.InRange(copy.Percent!.Value, 0, 99));
        Assert.Equal("SYNCING", account.Session.Must("@(Get-ZecImageCopyProgress mine)[0] | Get-ZecImage").Single<ZecImage>().ImageStatus);
    }

    [Fact]
    public async Task Wait_ends_when_the_copy_is_there()
    {
        await using var account = await StartAsync();
        Add(account, "mine", "asia-east-1");

        var image = account.Session.Must("Get-ZecImage -Custom -Name mine | Copy-ZecImage -RegionId eu-west-1 -Wait -PassThru").Single<ZecImage>();

        Assert.Equal(["asia-east-1", "eu-west-1"], image.RegionIds.Order());
        Assert.Empty(account.Session.Must("Get-ZecImageCopyProgress mine").Output);
        Assert.Equal(["mine"], account.Session.Must("Get-ZecImage -Custom -Name mine | Copy-ZecImage -RegionId eu-west-1").Single<ZecBatchResult>().SkippedIds);
        Assert.Contains(account.Session.Must("Get-ZecImage eu-west-1a").Of<ZecImage>(), one => one.ImageId == "mine");
        Assert.DoesNotContain(account.Session.Must("Get-ZecImage na-west-1a").Of<ZecImage>(), one => one.ImageId == "mine");
    }

    [Fact]
    public async Task A_copy_whose_answer_is_lost_is_found_by_its_progress_and_not_asked_for_again()
    {
        await using var account = await StartAsync(options => options.TransitionTime = TimeSpan.FromMinutes(10));
        Add(account, "mine", "asia-east-1");
        account.Simulator.FaultFor = request => request.Action == "CopyImage" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Session.Must("Copy-ZecImage mine -RegionId eu-west-1");

        Assert.Equal(["mine"], run.Single<ZecBatchResult>().SucceededIds);
        Assert.Single(account.Simulator.Calls, call => call.Action == "CopyImage");
    }

    [Theory]
    [InlineData("eu-west-1", "asia-east-1")]
    [InlineData("asia-east-1", "eu-west-1")]
    public async Task A_copy_is_deleted_in_the_regions_that_are_named_and_no_other(string regionId, string kept)
    {
        await using var account = await StartAsync();
        Add(account, "mine", "asia-east-1", "eu-west-1");

        account.Session.Must($"Get-ZecImage -Custom -Name mine | Remove-ZecImageCopy -RegionId {regionId} -Force");

        Assert.Equal([kept], account.Session.Must("Get-ZecImage -Custom -Name mine").Single<ZecImage>().RegionIds);
    }

    [Theory]
    [InlineData("mine", "asia-east-1, eu-west-1", "AVAILABLE", "would have no copy left")]
    [InlineData("mine", "na-west-1", "AVAILABLE", "has no copy in na-west-1")]
    [InlineData("mine", "eu-west-1", "SYNCING", "is not available")]
    public async Task The_last_copy_stays_and_so_does_what_is_being_copied(string name, string regions, string state, string reason)
    {
        await using var account = await StartAsync();
        Add(account, name, "asia-east-1", "eu-west-1");
        account.Simulator.ChangeRow("Image", name, $$"""{"imageStatus":"{{state}}"}""");

        var run = account.Run($"Get-ZecImage -Custom -Name {name} | Remove-ZecImageCopy -RegionId {regions} -Force; Remove-ZecImageCopy {name} -RegionId {regions} -Force");

        Assert.Equal([name, name], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.All(run.Warnings, warning => Assert.Contains(reason, warning, StringComparison.Ordinal));
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DeleteImageCopy");
    }

    [Fact]
    public async Task An_image_is_deleted_once_and_Wait_sees_it_gone()
    {
        await using var account = await StartAsync();
        Add(account, "mine", "asia-east-1");

        var run = account.Session.Must("Get-ZecImage -Custom -Name mine | Remove-ZecImage -Force -Wait");

        Assert.Equal(["mine"], run.Single<ZecBatchResult>().SucceededIds);
        Assert.StartsWith("ImageNotFound,", Assert.Single(account.Run("Remove-ZecImage mine -Force").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(account.Simulator.Calls, call => call.Action == "DeleteImages");
    }

    [Fact]
    public async Task Rows_rename_images_and_results_lead_back_to_them()
    {
        await using var account = await StartAsync();
        Add(account, "mine", "asia-east-1");

        var image = account.Session.Must("""
            [pscustomobject]@{ ImageId = 'mine'; Name = 'theirs' } | Set-ZecImage | Get-ZecImage
            """).Single<ZecImage>();
        var copy = account.Session.Must("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-ZecImage -Custom -Name theirs))) | Get-ZecImage");

        Assert.Equal(("mine", "theirs"), (image.ImageId, image.ImageName));
        Assert.Equal("mine", copy.Single<ZecImage>().ImageId);
    }

    private static void Add(ServedAccount account, string id, params string[] regionIds) => account.Simulator.AddRow("Image", $$$"""
        {"imageId":"{{{id}}}","imageName":"{{{id}}}","imageType":"CUSTOM_IMAGE","imageSource":"CUSTOM","imageStatus":"AVAILABLE","minDiskSize":20,"osType":"linux",
        "regionIdList":[{{{string.Join(',', regionIds.Select(region => $"\"{region}\""))}}}],"nicNetworkType":["Auto"],"tags":{"tags":[]}}
        """);

    [Theory]
    [InlineData("(Get-ZecImage -Custom)[0].RegionIds.ToUpperInvariant()", "would have no copy left")]
    [InlineData("@($all = @((Get-ZecImage -Custom)[0].RegionIds); $all[0]; 'nosuch'; $all[1..9].ToUpperInvariant())", "would have no copy left")]
    public async Task The_last_copy_stays_however_its_region_is_spelled(string regions, string says)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must($"$regions = {regions}; (Get-ZecImage -Custom)[0] | Remove-ZecImageCopy -RegionId $regions -Force");

        Assert.Contains(says, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DeleteImageCopy");
    }

    private static Task<ServedAccount> StartAsync(Action<SimulatorOptions>? configure = null) => ServedAccount.StartAsync(options =>
    {
        options.InstanceCount = 20;
        options.TransitionTime = TimeSpan.Zero;
        configure?.Invoke(options);
    });
}
