namespace ZenlayerZec.Tests.Description;

/// <summary>A decision about a cmdlet that creates things has to fit the API, and to decide all that the API takes.</summary>
public class CreateFaultTests
{
    private const string Disk = "api/nouns/disk.yaml";

    private const string Creates = """
          New-ZecDisk:
            synopsis: Orders disks.
            creates:
              CreateDisks:
                ids: diskIds
                target: '{SizeGiB} GiB in {ZoneId}, name {Name}'
                look: [ZoneId, Name]
                count: diskAmount
                billed: true
                marketing: marketingOptions
                waits: true
                parameters:
                  zoneId: { name: ZoneId, mandatory: true, completer: ZoneId }
                  diskName: { name: Name, mandatory: true }
                  diskSize: { name: SizeGiB, mandatory: true, range: 1..32768 }
                  diskAmount: { name: Count, range: 1..100 }
                  diskCategory: { name: Category, completer: DiskCategory }
                  instanceIds: { name: InstanceId, completer: InstanceId, idOf: ZecInstance }
                  instanceId: { name: OnlyInstanceId, completer: InstanceId, idOf: ZecInstance }
                  snapshotId: { name: SnapshotId, completer: SnapshotId, idOf: ZecSnapshot }
                  resourceGroupId: { name: ResourceGroupId, completer: ResourceGroupId }
                  burstingEnabled: { name: Bursting, switch: true }
                  tags: Tag
                excludes: [InstanceId, OnlyInstanceId]

        """;

    [Fact]
    public void A_create_becomes_a_cmdlet_that_sends_one_request()
    {
        using var folder = new DescriptionFolder().With(Disk, "  New-ZecDisk:\n", Creates);
        var made = System.Text.Encoding.UTF8.GetString(folder.Make()["ZenlayerZec/Commands/Disk/NewZecDiskCommand.g.cs"]);

        Assert.All(
            [
                "public sealed partial class NewZecDiskCommand : OrderCmdlet", "[Parameter(Mandatory = true, Position = 2)]", "[ValidateRange(1, 32768)]",
                "public int Count { get; set; } = 1;", "public string[]? InstanceId { get; set; }", "public SwitchParameter Bursting { get; set; }",
                "public Hashtable? Tag { get; set; }", "private protected override bool IsBilled => true;", "DiskAmount = Count,", "BurstingEnabled = Bursting ? true : null,",
                "MarketingOptions = Marketing,",
                "CreatePart.FiltersOf((\"ZoneId\", ZoneId), (\"Name\", Name)),", "answer => answer.DiskIds, answer => answer.OrderNumber);",
            ],
            line => Assert.Contains(line, made, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ids: diskIds", "ids: diskId", "The answer of CreateDisks has no ID diskId.")]
    [InlineData("zoneId: { name: ZoneId, mandatory: true, completer: ZoneId }", "zoneId: { name: ZoneId }", "CreateDisks requires zoneId, and -ZoneId is not mandatory.")]
    [InlineData("          burstingEnabled: { name: Bursting, switch: true }\n", "", "New-ZecDisk has no parameter for burstingEnabled of CreateDisks.")]
    [InlineData("diskName: { name: Name", "diskTitle: { name: Name", "CreateDisks has no parameter diskTitle.")]
    [InlineData("marketing: marketingOptions", "marketing: marketingInfo", "CreateDisks has no parameter marketingInfo.")]
    [InlineData("marketing: marketingOptions\n", "\n", "New-ZecDisk has no parameter for marketingOptions of CreateDisks.")]
    [InlineData("        waits: true\n", "", "New-ZecDisk orders, and does not wait for what it ordered.")]
    [InlineData("marketing: marketingOptions\n        waits: true\n        parameters:\n", "waits: true\n        parameters:\n          marketingOptions: { name: Marketing }\n", "marketingOptions of CreateDisks is an object.")]
    [InlineData("diskSize: { name: SizeGiB, mandatory: true, range: 1..32768 }", "diskSize: { name: SizeGiB, mandatory: true, switch: true }", "diskSize of CreateDisks is not a boolean")]
    [InlineData("look: [ZoneId, Name]", "look: [ZoneName]", "New-ZecDisk has no parameter ZoneName to look for.")]
    [InlineData("look: [ZoneId, Name]", "look: [SizeGiB]", "Get-ZecDisk has no parameter SizeGiB to look by.")]
    [InlineData("count: diskAmount", "count: diskCount", "New-ZecDisk has no parameter for diskCount, which says how many.")]
    [InlineData("count: diskAmount", "count: diskName", "diskName of CreateDisks is not a number of things.")]
    [InlineData("billed: true", "bills: true", "Nothing reads 'bills' here.")]
    [InlineData("billed: true", "parent: { type: ZecVolume, field: zoneId }", "There is no kind of ZecVolume.")]
    public void A_create_that_does_not_fit_is_named_with_its_line(string text, string other, string fault)
    {
        Assert.Contains(text, Creates, StringComparison.Ordinal);
        using var folder = new DescriptionFolder().With(Disk, "  New-ZecDisk:\n", Creates.Replace(text, other, StringComparison.Ordinal));

        Assert.Matches($@"^{Disk}\([1-9][0-9]*\): error ZEC0001: {System.Text.RegularExpressions.Regex.Escape(fault)}", folder.Fault());
    }

    [Fact]
    public void A_cmdlet_creates_what_its_kind_says_and_waits_only_where_something_comes()
    {
        using var folder = new DescriptionFolder().With(Disk, "  New-ZecDisk:\n", Creates);
        folder.With(Disk, "    CreateDisks: { states: [AVAILABLE, IN_USE] }\n", string.Empty);
        Assert.Contains("New-ZecDisk waits, and no goal of DiskKind says for what after CreateDisks.", folder.Fault(), StringComparison.Ordinal);

        folder.With(Disk, "  create: CreateDisks\n", string.Empty);
        Assert.Contains("disks are created by no action, says their kind, and New-ZecDisk sends CreateDisks.", folder.Fault(), StringComparison.Ordinal);
    }
}
