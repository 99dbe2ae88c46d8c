using System.Reflection;
using System.Runtime.CompilerServices;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>What the cmdlets keep in a process can be replaced by a test as a whole.</summary>
public class ProcessStateTests
{
    /// <summary>The loader's own handler, and who has imported the names of types: both are a process's and cannot be two.</summary>
    private static readonly string[] Loading = ["ModuleAssemblies._handler", "TypeNames.Importers"];

    /// <summary>Methods of what holds more and more.</summary>
    private static readonly string[] Growing = ["Add", "Enqueue", "TryAdd"];

    [Fact]
    public void No_class_but_one_keeps_state_in_a_static_field()
    {
        using var session = new PowerShellSession();
        var types = session.Must("[ZenlayerZec.Connection.ZecConnection]").Single<Type>().Assembly.GetTypes();

        var changing = types
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.Name != "ZecProcess")
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && (!field.IsInitOnly || IsContainer(field.FieldType)))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        Assert.Contains(types, type => type.Name == "ZecProcess");
        Assert.Equal(Loading, changing);
    }

    /// <summary>What changes without being replaced; arrays and read-only lists are taken to be tables.</summary>
    private static bool IsContainer(Type type) => type.Name is "ThreadLocal`1" or "AsyncLocal`1" or "ConditionalWeakTable`2"
        || (!type.IsValueType && Growing.Any(name => type.GetMethods().Any(method => method.Name == name)));
}
