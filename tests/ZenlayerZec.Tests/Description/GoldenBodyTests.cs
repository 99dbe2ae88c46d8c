using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Description;

/// <summary>
/// The body of every action that the client knows by name, with all of its properties set: as it was, and as the description has it. After a change
/// that is meant, ZENLAYERZEC_BODIES=write writes the file anew.
/// </summary>
public class GoldenBodyTests
{
    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "ZenlayerZec.Tests", "Description", "GoldenBodies.txt");

    [Fact]
    public void Bodies_are_as_they_were()
    {
        string[] bodies = [.. Actions().Select(action => $"{action.Name} {Encoding.UTF8.GetString(action.Body)}")];
        if (Environment.GetEnvironmentVariable("ZENLAYERZEC_BODIES") == "write")
        {
            File.WriteAllLines(Golden, bodies);
        }

        Assert.True(bodies.Length > 30);
        Assert.Equal(File.ReadAllLines(Golden), bodies);
    }

    [Fact]
    public void Bodies_have_the_names_and_the_types_of_the_description()
        => Assert.All(Actions(), action =>
        {
            using var body = JsonDocument.Parse(action.Body);
            Assert.Null(ContractCheck.Refuse(body.RootElement, [.. DescribedContracts.Of(action.Name)!.Request.Select(WithoutValues)]));
        });

    [Fact]
    public void Every_action_leaves_out_what_is_not_set()
        => Assert.All(Actions(isEmpty: true), action => Assert.Equal("{}", Encoding.UTF8.GetString(action.Body)));

    private static IEnumerable<(string Name, byte[] Body)> Actions(bool isEmpty = false) => typeof(ZecActions)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ZecAction<,>))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => (property.Name, Body(property.GetValue(null)!, property.PropertyType.GetGenericArguments()[0], isEmpty)));

    private static byte[] Body(object action, Type request, bool isEmpty)
    {
        var value = Activator.CreateInstance(request)!;
        if (!isEmpty)
        {
            Fill(value);
        }

        var write = action.GetType().GetProperty("Request")!.GetValue(action)!;
        return (byte[])typeof(RequestJson).GetMethod(nameof(RequestJson.BytesOf))!.MakeGenericMethod(request).Invoke(null, [value, write])!;
    }

    private static void Fill(object item)
    {
        foreach (var property in item.GetType().GetProperties().Where(property => property.SetMethod?.IsPublic == true))
        {
            property.SetValue(item, Value(property.PropertyType, property.Name));
        }
    }

    private static object? Value(Type type, string name) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => name,
        var whole when whole == typeof(int) => 7,
        var large when large == typeof(long) => 7L,
        var number when number == typeof(double) => 0.5,
        var number when number == typeof(decimal) => 0.5m,
        var flag when flag == typeof(bool) => true,
        var time when time == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        var tags when tags == typeof(Dictionary<string, string>) => new Dictionary<string, string> { ["key"] = "value" },
        { IsGenericType: true } list => List(list.GetGenericArguments()[0], name),
        var part => Part(part),
    };

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        ((IList)list)[0] = Value(item, name);
        return list;
    }

    private static object Part(Type type)
    {
        var part = Activator.CreateInstance(type)!;
        Fill(part);
        return part;
    }

    /// <summary>The stand-in values are none of the documented ones, and within no bounds.</summary>
    private static Field WithoutValues(Field field) => field with { Values = [], Least = null, Most = null, Fields = [.. field.Fields.Select(WithoutValues)] };
}
