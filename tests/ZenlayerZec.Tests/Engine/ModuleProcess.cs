using System.Reflection;

namespace ZenlayerZec.Tests.Engine;

/// <summary>
/// What the module keeps in a process, for one test: others that run at the same time are connected to accounts of their own, and must not
/// be seen by it. The tests have no reference to the cmdlets, which the engine loads as a user's does.
/// </summary>
internal sealed class ModuleProcess
{
    private readonly object _state;
    private readonly PropertyInfo _current;

    /// <summary>A process in which nothing has happened; the module is loaded.</summary>
    /// <param name="journal">The folder of its journal; null means that it keeps none.</param>
    public ModuleProcess(string? journal = null)
    {
        var type = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "ZenlayerZec")
            .GetType("ZenlayerZec.Connection.ZecProcess", throwOnError: true)!;
        _state = Activator.CreateInstance(type, nonPublic: true)!;
        _current = type.GetProperty("Current")!;
        type.GetProperty("JournalPlace")!.SetValue(_state, journal);
    }

    /// <summary>From here on, what this test starts is in it.</summary>
    public void Enter() => _current.SetValue(null, _state);
}
