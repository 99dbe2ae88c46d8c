using System.Text;
using CsCheck;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>Whatever an answer is, it ends in the action's answer or in the client's own error.</summary>
public class MutatedAnswerTests
{
    private const string Page = """
        {"requestId":"T1","response":{"requestId":"T1","totalCount":2,"dataSet":[{"instanceId":"1394000000010000000","instanceName":"web-1","cpu":4,"memory":8,"status":"STOPPED","systemDisk":{"diskId":"d","diskSize":40},"dataDisks":[{"diskSize":100,"portable":true}],"publicIpAddresses":["203.0.113.1"],"createTime":"2025-01-02T03:04:05Z","nics":[{"nicId":"n","tags":{"tags":[{"key":"a","value":"b"}]}}],"tags":{"tags":[{"key":"env","value":"dev"}]}},{"instanceId":"1394000000010000007"}]}}
        """;

    private const string Released = """{"requestId":"T2","response":{"requestId":"T2","instanceIds":["i-1"]}}""";

    private static readonly string[] Values =
        ["null", "true", "-1", "1e999", "99999999999999999999999999", "\"\"", "[]", "{}", "\"\\u0000\\ud800\"", "[[[[", "{\"a\":", "0.1"];

    private static readonly Gen<byte[]> AnyAnswer =
        from text in Gen.Bool.Select(isPage => isPage ? Page : Released)
        from mutations in Gen.Select(Gen.Int[0, 6], Gen.Int[0, 100_000], Gen.Int[0, 255]).Array[1, 6]
        select mutations.Aggregate(Encoding.UTF8.GetBytes(text), (body, mutation) => Mutate(body, mutation.Item1, mutation.Item2, mutation.Item3));

    [Fact]
    public void Only_the_clients_own_errors_come_out()
        => AnyAnswer.Sample(body => CheckAsync(body).GetAwaiter().GetResult(), iter: Cases.Count, print: Encoding.Latin1.GetString);

    private static async Task CheckAsync(byte[] body)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 2, options => options.MaximumAttempts = 1);
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", body);
        try
        {
            var page = await service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, CancellationToken.None);
            Assert.All(page.DataSet!, instance => Assert.NotEmpty(instance.InstanceId));
        }
        catch (ZecException failure)
        {
            Assert.NotEmpty(failure.Code);
        }

        var result = Assert.Single(await service.ReleaseAsync(["i-1", "i-2"], looked: false));
        Assert.Equal(
            ["i-1", "i-2"],
            result.SucceededIds.Concat(result.FailedIds).Concat(result.UnknownIds).Order(StringComparer.Ordinal));
    }

    internal static byte[] Mutate(byte[] body, int kind, int where, int what)
    {
        if (body.Length == 0)
        {
            return [(byte)what];
        }

        var at = where % body.Length;
        var text = Encoding.UTF8.GetString(body);
        var character = where % Math.Max(text.Length, 1);
        return kind switch
        {
            // A flipped bit, a cut, a repeated piece, nesting, another value, a doubled key, an inserted byte.
            0 => [.. body[..at], (byte)(body[at] ^ (1 << (what % 8))), .. body[(at + 1)..]],
            1 => body[..at],
            2 => [.. body[..at], .. body[(at / 2)..]],
            3 => Encoding.UTF8.GetBytes(text.Insert(character, new string(what % 2 == 0 ? '[' : '{', what * 40))),
            4 => Encoding.UTF8.GetBytes(ReplaceValue(text, character, Values[what % Values.Length])),
            5 => Encoding.UTF8.GetBytes(text.Replace("\"response\":", "\"response\":{},\"response\":", StringComparison.Ordinal)),
            _ => [.. body[..at], (byte)what, .. body[at..]],
        };
    }

    private static string ReplaceValue(string text, int near, string value)
    {
        var colon = text.IndexOf(':', near);
        var end = colon < 0 ? -1 : text.IndexOfAny([',', '}', ']'], colon);
        return end < 0 ? text : $"{text[..(colon + 1)]}{value}{text[end..]}";
    }
}
