using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>All text that can be got out of a run and its objects without taking them apart by reflection: more than Format-List * -Force shows.</summary>
internal sealed class ShownText
{
    private const int Deepest = 7;

    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Everything that a run left on its streams.</summary>
    public static string Of(PowerShellRun run) => $"{run.Everything}\n{Of(run.Output)}\n{Of(run.Errors)}\n{Of(run.Terminating)}";

    /// <summary>An object, its properties and what is in them.</summary>
    public static string Of(object? value)
    {
        var shown = new ShownText();
        shown.Add(value, Deepest);
        return shown._text.ToString();
    }

    private void Add(object? value, int depth)
    {
        value = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        if (value is null or Type or MemberInfo or CommandInfo or PSModuleInfo or Delegate)
        {
            return;
        }

        _text.Append(Try(value.ToString)).Append('\n');
        if (depth == 0 || value is string or ValueType || !_seen.Add(value))
        {
            return;
        }

        if (value is InvocationInfo invocation)
        {
            // Its parameters are the user's own.
            _text.Append(invocation.Line).Append(invocation.PositionMessage).Append('\n');
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items.Cast<object?>().ToArray())
            {
                Add(item is DictionaryEntry entry ? new[] { entry.Key, entry.Value } : item, depth - 1);
            }
        }

        foreach (var property in PSObject.AsPSObject(value).Properties.ToArray())
        {
            _text.Append(property.Name).Append('=');
            Add(Try(() => property.Value), depth - 1);
        }
    }

    private static T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is GetValueException or InvalidOperationException)
        {
            return default;
        }
    }
}
