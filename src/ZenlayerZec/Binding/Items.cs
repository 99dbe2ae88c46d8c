using System.Collections;
using System.Management.Automation;

namespace ZenlayerZec.Binding;

/// <summary>What the binder gives, as the objects it stands for: without PowerShell's wrappers, and one by one.</summary>
internal static class Items
{
    public static object?[] Of(object? input) => Unwrapped(input) switch
    {
        string or IDictionary => [Unwrapped(input)],
        IEnumerable many => [.. many.Cast<object?>().Select(Unwrapped)],
        var one => [one],
    };

    /// <summary>A value without PowerShell's wrapper. A custom object's wrapper stays: its properties are the wrapper's.</summary>
    public static object? Unwrapped(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
}
