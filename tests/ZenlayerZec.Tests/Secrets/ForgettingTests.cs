using System.Reflection;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>What is left of a secret when a connection is closed.</summary>
public class ForgettingTests
{
    private const int MostObjects = 200_000;

    [Theory]
    [InlineData("-Token $token")]
    [InlineData("-AccessKeyId k -AccessKeySecret $secret")]
    [InlineData("-Token $token -Proxy $proxy")]
    [InlineData("-Token $token -Proxy $bare -ProxyCredential $proxyUser")]
    public async Task A_connection_that_is_kept_after_Disconnect_Zec_holds_no_secret(string parameters)
    {
        await using var server = new RawServer(request => EchoAnswers.Of("error", request));
        using var session = new PowerShellSession();
        Sentinels.Give(session);
        session["proxy"] = $"http://ana:{Uri.EscapeDataString(Sentinels.ProxyPassword)}@{server.Authority}";
        session["bare"] = $"http://{server.Authority}";
        var endpoint = parameters.Contains("-Proxy", StringComparison.Ordinal) ? "https://zec.invalid" : $"http://{server.Authority}";
        session.Must($"$connection = Connect-Zec {parameters} -Endpoint {endpoint} -MaximumAttemptCount 1 -PassThru");
        session.Run("Get-ZecZone -ErrorAction SilentlyContinue; Remove-ZecInstance i-1 -Force -ErrorAction SilentlyContinue");
        var connection = session.Must("$connection").Output[0].BaseObject;

        Assert.NotEmpty(SecretsIn(connection));
        session.Must("Disconnect-Zec");

        Assert.NotEmpty(server.Requests);
        Assert.Empty(SecretsIn(connection));
    }

    /// <summary>Every text with a secret in it that can be reached from an object, through private fields too.</summary>
    private static List<string> SecretsIn(object root)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { root };
        var open = new Queue<object>(seen);
        while (open.TryDequeue(out var item) && seen.Count < MostObjects)
        {
            foreach (var value in Parts(item))
            {
                if (value is string text && text.Contains("SENTINEL", StringComparison.Ordinal))
                {
                    found.Add($"{item.GetType()}: {text}");
                }
                else if (value is not (null or string or Type or MemberInfo or Assembly or Thread or TaskScheduler) && seen.Add(value))
                {
                    open.Enqueue(value);
                }
            }
        }

        return found;
    }

    private static IEnumerable<object?> Parts(object item)
    {
        if (item is Array many)
        {
            return many.GetType().GetElementType()!.IsPrimitive ? [] : many.Cast<object?>();
        }

        return Bases(item.GetType())
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
            .Select(field => field.GetValue(item));
    }

    private static IEnumerable<Type> Bases(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            yield return type;
        }
    }
}
