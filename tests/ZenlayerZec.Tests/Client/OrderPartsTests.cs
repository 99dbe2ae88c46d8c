using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Ordering;

namespace ZenlayerZec.Tests.Client;

/// <summary>An order of many instances, cut into requests that together ask for the same.</summary>
public class OrderPartsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, 100, 1)]
    [InlineData(250, 100, 100, 50)]
    [InlineData(300, 100, 100, 100)]
    public void A_hundred_go_into_a_request(int count, params int[] parts)
        => Assert.Equal(parts, OrderParts.Cut(ServiceCalls.Order(count)).Select(part => part.InstanceCount!.Value));

    [Theory]
    [InlineData("web_[3,2]", "web_[103,2]", "web_[203,2]")]
    [InlineData("web_[,]", "web_[100,]", "web_[200,]")]
    [InlineData("web-[0,4]_[7,1]", "web-[100,4]_[107,1]", "web-[200,4]_[207,1]")]
    [InlineData("web", "web", "web")]
    [InlineData("web-[x,2]", "web-[x,2]", "web-[x,2]")]
    [InlineData(null, null, null)]
    public void Names_go_on_numbering(string? name, string? second, string? third)
    {
        var order = ServiceCalls.Order(250);
        order.InstanceName = name;

        Assert.Equal([name, second, third], OrderParts.Cut(order).Select(part => part.InstanceName));
    }

    [Fact]
    public void Each_elastic_IP_goes_to_one_instance_and_all_else_to_every_part()
    {
        var order = ServiceCalls.Order(150);
        order.EipIds = [.. Enumerable.Range(0, 150).Select(number => $"eip-{number}")];
        order.Tags = new() { ["env"] = "dev" };

        var parts = OrderParts.Cut(order);

        Assert.Equal(order.EipIds, parts.SelectMany(part => part.EipIds!));
        Assert.Equal([100, 50], parts.Select(part => part.EipIds!.Count));
        Assert.All(parts, part => Assert.Equal(("asia-east-1a", order.Tags), (part.ZoneId, part.Tags)));
    }

    [Theory]
    [InlineData(100, "web_[99999,5]", false)]
    [InlineData(101, "web_[99899,5]", false)]
    [InlineData(101, "web_[99900,5]", true)]
    public void Numbers_that_would_begin_too_high_are_a_fault(int count, string name, bool isFault)
    {
        var order = ServiceCalls.Order(count);
        order.InstanceName = name;

        Assert.Equal(isFault, OrderParts.Fault(order) is not null);
    }

    [Theory]
    [InlineData("web_[3,2]", "web*")]
    [InlineData("web-[3,2]-a_[1,1]", "web-*-a*")]
    [InlineData("web-1", "web-1")]
    public void A_wildcard_fits_every_name_of_an_order(string name, string wildcard) => Assert.Equal(wildcard, NumberedName.AnyOf(name));

    [Fact]
    public void What_cannot_be_placed_is_never_cut()
        => Assert.Throws<ArgumentException>(() => OrderParts.Cut(new CreateZecInstancesRequest { InstanceCount = 0 }));
}
