using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Answers;

/// <summary>Fields are tried in the order that the last object had them in, and are found in any.</summary>
public sealed class FieldOrderTests
{
    private static readonly string[] Fields =
    [
        "\"diskId\":\"d-1\"", "\"diskSize\":40", "\"diskCategory\":\"SSD\"", "\"burstingEnabled\":true", "\"unknown\":{\"diskId\":\"d-2\"}",
    ];

    [Fact]
    public void Each_order_of_an_objects_fields_gives_the_same_object()
    {
        foreach (var order in Orders([.. Fields]))
        {
            var (item, odd) = WireItems.Read(typeof(ZecSystemDisk), $"{{{string.Join(',', order)}}}");

            var disk = Assert.IsType<ZecSystemDisk>(item);
            Assert.Equal(("d-1", 40, "SSD", true), (disk.DiskId, disk.SizeGiB, disk.DiskCategory, disk.BurstingEnabled));
            Assert.Empty(odd);
        }
    }

    [Fact]
    public void A_field_that_stands_twice_has_the_later_value()
    {
        var (item, _) = WireItems.Read(typeof(ZecSystemDisk), """{"diskId":"d-1","diskId":"d-2","diskSize":1,"diskI\u0064":"d-3"}""");

        Assert.Equal("d-3", Assert.IsType<ZecSystemDisk>(item).DiskId);
    }

    [Theory]
    [InlineData("""{"resourceGroup":[{"a":[1,{"b":{}}]}],"vpcId":{"c":[]},"subnetId":"s"}""", "resourceGroup", "vpcId")]
    [InlineData("""{"resourceGroup":{"resourceGroupId":{"a":[1]}},"vpcId":[[2]],"subnetId":"s"}""", "resourceGroup.resourceGroupId", "vpcId")]
    [InlineData("""{"publicIpList":["x",{"a":[{"b":1}]},"y"],"vpcId":{},"subnetId":"s"}""", "publicIpList", "vpcId")]
    [InlineData("""{"tags":{"tags":[{"key":"a","value":{"b":[1]}},2]},"vpcId":{},"subnetId":"s"}""", "tags", "vpcId")]
    public void Reading_goes_on_after_what_cannot_be_read_with_the_names_of_the_fields_that_follow(string json, string first, string second)
    {
        var (item, odd) = WireItems.Read(typeof(ZecNic), json);

        Assert.Equal([first, second], odd);
        Assert.Equal("s", Assert.IsType<ZecNic>(item).SubnetId);
    }

    private static IEnumerable<string[]> Orders(string[] fields) => fields.Length < 2
        ? [fields]
        : fields.SelectMany(first => Orders([.. fields.Where(field => field != first)]).Select(rest => (string[])[first, .. rest]));
}
