using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Binding;

/// <summary>What the binder gives, as the objects it stands for: without PowerShell's wrappers, and one by one.</summary>
internal static class Items
{
    public static object?[] Of(object? input) => Unwrapped(input) switch
    {
        string or IDictionary => [Unwrapped(input)],
        IEnumerable many => [.. many.Cast<object?>().Select(Thing)],
        _ => [Thing(input)],
    };

    /// <summary>What is listed as unused stands for the thing itself, which every cmdlet takes or refuses as it does any other.</summary>
    private static object? Thing(object? value) => Unwrapped(value) switch
    {
        ZecUnused { Resource: { } thing } => thing,
        var other => other,
    };

    /// <summary>A value without PowerShell's wrapper. A custom object's wrapper stays: its properties are the wrapper's.</summary>
    public static object? Unwrapped(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
}
