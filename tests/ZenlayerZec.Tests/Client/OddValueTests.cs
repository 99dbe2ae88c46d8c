using System.Globalization;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Tests.Answers;

namespace ZenlayerZec.Tests.Client;

/// <summary>One odd value of one instance does not make an account unreadable.</summary>
public class OddValueTests
{
    /// <summary>What the module adds to what is listed.</summary>
    private static readonly (Type, string)[] NotListed = [(typeof(ZecImage), nameof(ZecImage.ZoneId))];

    private static readonly DateTimeOffset Unknown = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\"2025-01-02T03:04:05Z\"", "2025-01-02T03:04:05Z")]
    [InlineData("\"2025-01-02T03:04:05.678Z\"", "2025-01-02T03:04:05.678Z")]
    [InlineData("\"2025-01-02T03:04:05.123456789Z\"", "2025-01-02T03:04:05.1234567Z")]
    [InlineData("\"2025-01-02T03:04:05+08:00\"", "2025-01-01T19:04:05Z")]
    [InlineData("\"2025-01-02T03:04:05\"", "2025-01-02T03:04:05Z")]
    [InlineData("\"2025-01-02 03:04:05\"", "2025-01-02T03:04:05Z")]
    [InlineData("\"2025-01-02 03:04:05.5\"", "2025-01-02T03:04:05.5Z")]
    [InlineData("\"2025-01-02\"", "2025-01-02T00:00:00Z")]
    [InlineData("\"1735787045\"", "2025-01-02T03:04:05Z")]
    [InlineData("1735787045", "2025-01-02T03:04:05Z")]
    [InlineData("1735787045.0", "2025-01-02T03:04:05Z")]
    [InlineData("\"1735787045678\"", "2025-01-02T03:04:05.678Z")]
    [InlineData("1735787045678", "2025-01-02T03:04:05.678Z")]
    public async Task A_time_is_read_in_every_form_that_was_seen(string json, string expected)
    {
        var (instance, odd) = await ReadAsync($"\"createTime\":{json}");

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instance.CreateTime);
        Assert.Equal(TimeSpan.Zero, instance.CreateTime!.Value.Offset);
        Assert.Empty(odd);
    }

    [Theory]
    [InlineData("\"last summer\"", true)]
    [InlineData("\"1/2/2025\"", true)]
    [InlineData("\"Monday\"", true)]
    [InlineData("20250102", true)]
    [InlineData("-1735787045", true)]
    [InlineData("99999999999999", true)]
    [InlineData("true", true)]
    [InlineData("{\"seconds\":1735787045}", true)]
    [InlineData("\"\\ud800\"", true)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("\"0001-01-01T00:00:00Z\"", false)]
    [InlineData("\"1970-01-01T00:00:00Z\"", false)]
    public async Task A_time_of_creation_that_cannot_be_read_is_never_an_old_one(string json, bool isOdd)
    {
        var (instance, odd) = await ReadAsync($"\"createTime\":{json},\"expiredTime\":null");

        Assert.Equal(Unknown, instance.CreateTime);
        Assert.Equal(isOdd ? ["createTime of i-1"] : [], odd);
    }

    [Fact]
    public async Task A_time_of_creation_that_the_service_does_not_say_is_never_an_old_one()
        => Assert.Equal(Unknown, (await ReadAsync("\"cpu\":4")).Instance.CreateTime);

    [Theory]
    [InlineData("4.0", 4, false)]
    [InlineData("4e0", 4, false)]
    [InlineData("\"4\"", 4, false)]
    [InlineData("\"\"", null, false)]
    [InlineData("1.5", null, true)]
    [InlineData("1e999", null, true)]
    [InlineData("99999999999999999999", null, true)]
    [InlineData("3000000000", null, true)]
    [InlineData("\"four\"", null, true)]
    [InlineData("[4]", null, true)]
    public async Task A_number_that_is_whole_is_read_and_another_is_empty(string json, int? expected, bool isOdd)
    {
        var (instance, odd) = await ReadAsync($"\"memory\":{json},\"cpu\":2");

        Assert.Equal((expected, 2), (instance.MemoryGiB, instance.Cpu));
        Assert.Equal(isOdd ? ["memory of i-1"] : [], odd);
    }

    [Theory]
    [InlineData("\"status\":5", "")]
    [InlineData("\"status\":{\"name\":\"RUNNING\"}", "status of i-1")]
    [InlineData("\"enableAgent\":\"True\"", "")]
    [InlineData("\"enableAgent\":1", "enableAgent of i-1")]
    [InlineData("\"systemDisk\":\"\"", "systemDisk of i-1")]
    [InlineData("\"systemDisk\":{\"diskSize\":\"x\"}", "systemDisk.diskSize of i-1")]
    [InlineData("\"dataDisks\":{}", "dataDisks of i-1")]
    [InlineData("\"publicIpAddresses\":\"203.0.113.1\"", "publicIpAddresses of i-1")]
    [InlineData("\"publicIpAddresses\":[{}]", "publicIpAddresses of i-1")]
    [InlineData("\"tags\":[]", "tags of i-1")]
    [InlineData("\"tags\":{\"tags\":{}}", "tags of i-1")]
    [InlineData("\"nics\":[{\"createTime\":\"x\",\"resourceGroup\":[]}]", "nics.createTime of i-1, nics.resourceGroup of i-1")]
    public async Task Whatever_cannot_be_read_is_named_and_the_rest_is_there(string json, string expected)
    {
        var (instance, odd) = await ReadAsync($"{json},\"instanceName\":\"web\"");

        Assert.Equal("web", instance.InstanceName);
        Assert.Equal(expected, string.Join(", ", odd));
    }

    [Fact]
    public async Task Each_odd_value_names_its_own_instance_and_all_others_are_read()
    {
        using var service = new SimulatedService();
        var rows = Enumerable.Range(0, 1000).Select(
            i => $$"""{"cpu":{{(i % 100 == 7 ? "\"x\"" : "4")}},"instanceName":"{{new string('n', 500)}}","instanceId":"i-{{i}}"}""");
        service.Simulator.FaultFor = _ => ListAnswers.Response($$"""{"dataSet":[{{string.Join(",", rows)}}],"totalCount":1000.0}""");
        var odd = new List<ZecOddValue>();
        service.Call.OddValue = odd.Add;

        var list = await new InstanceLister(service.Client, service.Call).ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(1000, list.Items.Count);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"i-{(i * 100) + 7}"), odd.Select(value => value.ItemId));
        Assert.All(list.Items, item => Assert.Equal(odd.Any(value => value.ItemId == item.InstanceId) ? null : 4, item.Cpu));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"instanceName\":\"web\"}")]
    [InlineData("{\"instanceId\":null}")]
    [InlineData("{\"instanceId\":[]}")]
    public async Task An_instance_without_an_ID_is_left_out_of_a_list_and_may_be_any_of_those_that_are_looked_up(string row)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => ListAnswers.Response($$"""{"totalCount":2,"dataSet":[{{row}},{"instanceId":"i-1"}]}""");
        var odd = new List<ZecOddValue>();
        service.Call.OddValue = odd.Add;
        var lister = new InstanceLister(service.Client, service.Call);

        var list = await lister.ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => lister.FindAsync(["i-1", "i-2"], TestContext.Current.CancellationToken));

        Assert.Equal("i-1", Assert.Single(list.Items).InstanceId);
        Assert.True(list.IsSettled);
        Assert.Equal("instanceId", odd[0].Field);
        Assert.Contains("1 of 2 items have no ID", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ID_that_comes_as_a_number_is_its_digits()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => ListAnswers.Response("""{"totalCount":1,"dataSet":[{"instanceId":1394000000010000007}]}""");

        var found = await new InstanceLister(service.Client, service.Call).FindAsync(["1394000000010000007"], TestContext.Current.CancellationToken);

        Assert.Equal(["1394000000010000007"], found.Keys);
    }

    [Theory]
    [InlineData(typeof(ZecInstance))]
    [InlineData(typeof(ZecInstanceOptions))]
    [InlineData(typeof(ZecSystemDisk))]
    [InlineData(typeof(ZecDataDisk))]
    [InlineData(typeof(ZecNic))]
    [InlineData(typeof(ZecResourceGroup))]
    [InlineData(typeof(ZecInstanceStatus))]
    [InlineData(typeof(ZecImage))]
    [InlineData(typeof(ZecZone))]
    [InlineData(typeof(ZecInstanceType))]
    public void Every_field_of_what_is_listed_may_be_odd(Type type)
    {
        var fields = WireShapes.All[type];
        var kept = type.GetProperties().Where(property => property.SetMethod?.IsPublic == true && !NotListed.Contains((type, property.Name)));

        Assert.Equal(kept.Select(property => property.Name).Order(StringComparer.Ordinal), fields.Select(field => field.Property).Order(StringComparer.Ordinal));
        Assert.All(fields, field => Assert.Equal(
            [field.Name],
            WireItems.Read(type, $$"""{"{{field.Name}}":{{(field.Kind == WireKind.Object ? "[]" : "{\"tags\":5}")}}}""").Odd));
    }

    private static async Task<(ZecInstance Instance, IReadOnlyList<string> Odd)> ReadAsync(string fields)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => ListAnswers.Response($$"""{"totalCount":1,"dataSet":[{{{fields}},"instanceId":"i-1"}]}""");
        var odd = new List<ZecOddValue>();
        service.Call.OddValue = odd.Add;

        var page = await service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, TestContext.Current.CancellationToken);

        return (Assert.Single(page.DataSet!), [.. odd.Select(value => $"{value.Field} of {value.ItemId}")]);
    }
}
