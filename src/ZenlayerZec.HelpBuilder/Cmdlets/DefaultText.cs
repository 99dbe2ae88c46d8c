using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ZenlayerZec.HelpBuilder.Cmdlets;

/// <summary>The default value of a parameter as help shows it.</summary>
internal static class DefaultText
{
    public static string Of(Type type, object? value) => value switch
    {
        _ when type == typeof(SwitchParameter) => $"{(SwitchParameter)(value ?? default(SwitchParameter))}",
        null or "" => "None",
        string text => text,
        IEnumerable items => items.Cast<object>().Select(item => Of(item.GetType(), item)).ToArray() is { Length: > 0 } texts ? string.Join(", ", texts) : "None",
        _ when IsUnlimited(value) => "No limit",
        _ => Number(value),
    };

    /// <summary>Whether it is the greatest number that there is, which stands for no limit.</summary>
    public static bool IsUnlimited(object? value) => value is int.MaxValue or long.MaxValue or ulong.MaxValue or double.MaxValue;

    public static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
