using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Generated;

namespace ZenlayerZec.Tests.Answers;

/// <summary>Whatever a list holds, the module reads it as a plain reading does, and names the same values as odd.</summary>
public class BothWaysTests
{
    private static readonly Gen<(string Text, (int Kind, int Where, int What)[] Mutations)> AnyInstances = Answers<ZecInstance>("dataSet");

    /// <summary>The actions whose lists have pages.</summary>
    public static TheoryData<string> Lists { get; } = [.. DescribedLists.All.Keys];

    [Fact]
    public void Instances()
        => Sample(AnyInstances, ZecActions.DescribeInstances, page => page.DataSet, "dataSet", isPage: true);

    [Fact]
    public void States_of_instances()
        => Sample(Answers<ZecInstanceStatus>("dataSet"), ZecActions.DescribeInstancesStatus, page => page.DataSet, "dataSet", isPage: true);

    [Fact]
    public void Images() => Sample(Answers<ZecImage>("dataSet"), ZecActions.DescribeImages, page => page.DataSet, "dataSet", isPage: true);

    [Fact]
    public void Zones() => Sample(Answers<ZecZone>("zoneSet"), ZecActions.DescribeZones, answer => answer.ZoneSet, "zoneSet", isPage: false);

    [Fact]
    public void Instance_types() => Sample(
        Answers<ZecInstanceType>("instanceTypeQuotaSet"),
        ZecActions.DescribeZoneInstanceConfigInfos,
        answer => answer.InstanceTypeQuotaSet,
        "instanceTypeQuotaSet",
        isPage: false);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_of_the_description(string action)
    {
        var list = DescribedLists.All[action].Items!;
        var described = typeof(ZecActions).GetProperty(action)!.GetValue(null)!;
        Type[] types = [.. described.GetType().GetGenericArguments(), DescribedLists.TypeOf(list.Type!)];
        typeof(BothWaysTests).GetMethod(nameof(SampleList), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types)
            .Invoke(null, [described, list.Name, list.Field.Name]);
    }

    [Fact]
    public void What_is_compared_is_mostly_readable_and_often_odd()
    {
        var (read, odd) = (0, 0);
        AnyInstances.Sample(
            answer =>
            {
                var plain = Plainly(Bytes(answer), "dataSet", typeof(ZecInstance), isPage: true);
                read += plain is null ? 0 : 1;
                odd += plain?.Odd.Length > 0 ? 1 : 0;
            },
            iter: 1000,
            threads: 1);

        Assert.InRange(read, 500, 1000);
        Assert.InRange(odd, 300, 1000);
    }

    private static void SampleList<TRequest, TResponse, TItem>(ZecAction<TRequest, TResponse> action, string property, string list)
        where TResponse : class
    {
        var items = typeof(TResponse).GetProperty(property)!;
        Sample(Answers<TItem>(list), action, page => (IEnumerable<TItem>?)items.GetValue(page), list, isPage: true);
    }

    private static Gen<(string Text, (int Kind, int Where, int What)[] Mutations)> Answers<T>(string list) => Gen.Select(
        WireAnswers.Of(typeof(T), list),
        Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 3])).SelectMany(
            count => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 100_000], Gen.Int[0, 255], (kind, where, what) => (kind, where, what)).Array[count]));

    private static byte[] Bytes((string Text, (int Kind, int Where, int What)[] Mutations) answer) => answer.Mutations.Aggregate(
        Encoding.UTF8.GetBytes(answer.Text), (body, one) => MutatedAnswerTests.Mutate(body, one.Kind, one.Where, one.What));

    private static void Sample<TRequest, TResponse, TItem>(
        Gen<(string Text, (int Kind, int Where, int What)[] Mutations)> answers,
        ZecAction<TRequest, TResponse> action,
        Func<TResponse, IEnumerable<TItem>?> items,
        string list,
        bool isPage)
        where TResponse : class
        => answers.Sample(
            answer =>
            {
                var body = Bytes(answer);
                Assert.Equal(Plainly(body, list, typeof(TItem), isPage)?.Text, Read(body, action, items)?.Text);
                Assert.Equal(Plainly(body, list, typeof(TItem), isPage)?.Odd, Read(body, action, items)?.Odd);
            },
            iter: Cases.Count,
            print: answer => Encoding.Latin1.GetString(Bytes(answer)));

    /// <summary>By the module; null where the answer is not readable.</summary>
    private static (string Text, string[] Odd)? Read<TRequest, TResponse, TItem>(
        byte[] body, ZecAction<TRequest, TResponse> action, Func<TResponse, IEnumerable<TItem>?> items)
        where TResponse : class
    {
        var odd = new OddValues();
        try
        {
            var response = EnvelopeJson.Read(body, action, odd)?.Response;
            return (
                string.Join("\n", (response is null ? null : items(response))?.Select(item => WireTexts.Of(item)) ?? ["nothing"]),
                [.. odd.Found.Select(value => $"{value.Field} of {value.ItemId}")]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (string Text, string[] Odd)? Plainly(byte[] body, string list, Type item, bool isPage)
    {
        var plain = new PlainReading();
        try
        {
            var items = plain.Read(body, list, item, isPage);
            return (string.Join("\n", items?.Select(one => WireTexts.Of(one, item)) ?? ["nothing"]), [.. plain.Odd]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
