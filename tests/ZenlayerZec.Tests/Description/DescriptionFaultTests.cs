using System.Text.RegularExpressions;

namespace ZenlayerZec.Tests.Description;

/// <summary>A mistake in the description of the API fails the build, with the file and the line.</summary>
public class DescriptionFaultTests
{
    private const string Disk = "api/nouns/disk.yaml";

    [Fact]
    public void An_action_that_nobody_decided_is_named()
    {
        using var folder = new DescriptionFolder().With("api/undecided.txt", "\nDescribeHaVips\n", "\n");

        Assert.Equal(
            "api/undecided.txt(1): error ZEC0001: DescribeHaVips is not decided. Decide it in a file of api/nouns, or list it here.", folder.Fault());
    }

    [Theory]
    [InlineData("\nDescribeHaVips\n", "\nDescribeHaVips\nReleaseDisk\n", "ReleaseDisk is decided in api/nouns/disk.yaml: take it out of this list.")]
    [InlineData("\nDescribeHaVips\n", "\nDescribeHaVips\nDescribeHaVipz\n", "There is no action DescribeHaVipz.")]
    [InlineData("\nDescribeHaVips\n", "\nDescribeHaVips\nDescribeHaVips\n", "DescribeHaVips is not in order.")]
    public void The_list_of_undecided_actions_is_exact(string text, string other, string fault)
    {
        using var folder = new DescriptionFolder().With("api/undecided.txt", text, other);
        var line = File.ReadAllLines(Path.Combine(folder.Root, "api", "undecided.txt")).ToList().LastIndexOf(other.Trim().Split('\n')[^1]) + 1;

        Assert.Equal($"api/undecided.txt({line}): error ZEC0001: {fault}", folder.Fault());
    }

    [Theory]
    [InlineData("    cmdlet: Remove-ZecDisk", "    cmdlet: Delete-ZecDisk", "PowerShell does not approve of the verb Delete. Get-Verb lists those that it does.")]
    [InlineData("    cmdlet: Remove-ZecDisk", "    cmdlet: Remove-ZecDisks", "The noun of Remove-ZecDisks is plural.")]
    [InlineData("    cmdlet: Remove-ZecDisk", "    cmdlet: Remove-ZecVolume", "Remove-ZecVolume is not a cmdlet of the noun Disk.")]
    [InlineData("    cmdlet: Remove-ZecDisk", "    cmdlet: Remove-Disk", "'Remove-Disk' is not a name such as Get-ZecDisk.")]
    [InlineData("      diskStatus: Status", "      diskState: Status", "ZecDisk has no field diskState.")]
    [InlineData("      diskStatus: Status", "      diskStatus: Type", "ZecDisk has two properties Type: diskType and diskStatus.")]
    [InlineData("    id: diskId\n", "    id: diskID\n", "ZecDisk has no field diskID for its ID.")]
    [InlineData("    leaveOut: [diskNames, instanceChargePostpaid]", "    leaveOut: [diskNamez]", "CreateDisks has no field diskNamez.")]
    [InlineData("    of: [DescribeDisks.response.dataSet]", "    of: [DescribeDisks.response.dataSets]", "'DescribeDisks.response.dataSets' is not in the facts: there is no dataSets.")]
    [InlineData("  ReleaseDisk:\n    cmdlet", "  ReleaseDisc:\n    cmdlet", "There is no action ReleaseDisc in api/actions or api/additions.")]
    [InlineData("        impact: High\n        activity: Releasing disks", "        impacts: High\n        activity: Releasing disks", "Nothing reads 'impacts' here.")]
    [InlineData("          RECYCLED: is in the recycle bin, from", "          RECYCLE: is in the recycle bin, from", "'RECYCLE' is not a documented state of ZecDisk")]
    [InlineData("        settle: { same: [resourceGroupId] }", "        settle: { same: [diskName] }", "A lost answer of ModifyDisksResourceGroup is settled by diskName, which says nothing of resourceGroupId.")]
    [InlineData("        failed: failedDiskIds\n", "", "The answer of AttachDisks names what failed, and nothing reads it. Add 'failed: failedDiskIds'.")]
    [InlineData("        failed: failedDiskIds\n", "        failed: failedDisks\n", "The answer of AttachDisks has no list failedDisks.")]
    [InlineData("metric: { action: DescribeDiskMonitorData,", "metric: { action: DescribeDiskMonitor,", "DescribeDiskMonitor is not among the actions.")]
    [InlineData("    cmdlet: Remove-ZecDisk", "    cmdlets: Remove-ZecDisk", "Nothing reads 'cmdlets' here. Known are")]
    [InlineData("    cmdlet: Remove-ZecDisk", "    cmdlet: [Remove-ZecDisk", "The file is not YAML.")]
    [InlineData("  ReleaseDisk:\n    cmdlet", "  RenewDisk:\n    cmdlet", "Duplicate key")]
    public void A_decision_that_does_not_fit_is_named_with_its_line(string text, string other, string fault)
    {
        using var folder = new DescriptionFolder().With(Disk, text, other);

        Assert.Matches($@"^{Disk}\([1-9][0-9]*\): error ZEC0001: {System.Text.RegularExpressions.Regex.Escape(fault)}", folder.Fault());
    }

    [Theory]
    [InlineData("oneOf: [CidrBlock,", "oneOf: [Cidr,", "Set-ZecVpc has no parameter Cidr that may be left out.")]
    [InlineData("skipWhere: { isDefault:", "skipWhere: { isDefaults:", "ZecVpc has no field isDefaults.")]
    [InlineData("skipWhere: { isDefault:", "skipWhere: { cidrBlock:", "cidrBlock of ZecVpc is not a boolean.")]
    [InlineData("settle: { byHand: SettleSet }", "settle: { same: [cidrBlock] }", "A lost answer of ModifyVpcAttribute is settled by cidrBlock, which says nothing of vpcName.")]
    public void A_decision_about_VPCs_that_does_not_fit_is_named_with_its_line(string text, string other, string fault)
    {
        using var folder = new DescriptionFolder().With("api/nouns/vpc.yaml", text, other);

        Assert.Matches($@"^api/nouns/vpc\.yaml\([1-9][0-9]*\): error ZEC0001: {System.Text.RegularExpressions.Regex.Escape(fault)}", folder.Fault());
    }

    [Fact]
    public void Two_nouns_cannot_have_one_cmdlet()
    {
        using var folder = new DescriptionFolder().With("api/cmdlets.yaml", "  - Test-ZecConnection", "  - Test-ZecConnection\n  - Remove-ZecDisk");

        Assert.Contains("There are two cmdlets Remove-ZecDisk: the other one is in api/nouns/disk.yaml.", folder.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_without_words_is_named()
    {
        using var folder = new DescriptionFolder().With("api/phrases.yaml", "\nportable: ", "\nportability: ");

        Assert.Contains("api/phrases.yaml has no words for portable of ZecDisk.", folder.Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: boolean", "type: bool", "'bool' is not a type.")]
    [InlineData("action: DetachDisks", "action: DetachDisk", "The action DetachDisk belongs into a file of its name.")]
    [InlineData("most: 10", "most: ten", "'ten' is not an integer.")]
    public void Facts_that_are_none_are_named(string text, string other, string fault)
    {
        using var folder = new DescriptionFolder().With("api/actions/DetachDisks.yaml", text, other);

        Assert.Matches($@"^api/actions/DetachDisks\.yaml\([1-9][0-9]*\): error ZEC0001: {fault}", folder.Fault());
    }

    [Fact]
    public void An_addition_names_its_source_and_adds_nothing_twice()
    {
        using var folder = new DescriptionFolder().WithFile("api/additions/ReleaseDisk.yaml", "action: ReleaseDisk\nversion: 2025-09-01\n");
        Assert.Contains("An addition names its source.", folder.Fault(), StringComparison.Ordinal);

        folder.WithFile("api/additions/ReleaseDisk.yaml", "action: ReleaseDisk\nversion: 2025-09-01\nsource: a client\nrequest:\n  diskId: { type: string }\n");
        Assert.Equal("api/additions/ReleaseDisk.yaml(5): error ZEC0001: ReleaseDisk has a field diskId already.", folder.Fault());
    }

    [Theory]
    [InlineData("api/nouns/timeZone.yaml", "    items: timeZones\n", "", "DescribeTimeZones lists nothing. Name the list in its answer by 'items'.")]
    [InlineData("api/nouns/zone.yaml", "fields: [zoneName, cityName]", "fields: [zoneTitle]", "What DescribeZones lists has no field zoneTitle.")]
    [InlineData("api/nouns/zone.yaml", "order: [ZoneId,", "order: [ZoneNumber,", "ZecZone has no property ZoneNumber to be shown first.")]
    public void A_catalogue_is_about_what_there_is_in_the_answer(string file, string old, string changed, string fault)
    {
        using var folder = new DescriptionFolder().With(file, old, changed);

        Assert.Matches($@"^{file}\([1-9][0-9]*\): error ZEC0001: {Regex.Escape(fault)}$", folder.Fault());
    }

    [Fact]
    public void A_manifest_with_other_cmdlets_says_how_to_renew_it()
    {
        using var folder = new DescriptionFolder().With("ZenlayerZec.psd1", "        'Remove-ZecDisk',\n", string.Empty);

        Assert.Matches(
            @"^ZenlayerZec\.psd1\([1-9][0-9]*\): error ZEC0001: CmdletsToExport is not the list of the cmdlets\. Renew it: dotnet run .* -- manifest$", folder.Fault());
    }
}
