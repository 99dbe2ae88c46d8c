using System.Reflection;

namespace ZenlayerZec.Tests.Engine;

/// <summary>What can be reached from an object through its fields, private ones too, and the fields of whatever they hold.</summary>
internal static class Reachable
{
    /// <summary>Finds a text.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="part">A part of the text.</param>
    /// <returns>The types on the way to each text that has it.</returns>
    public static IReadOnlyList<string> Texts(object root, string part)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Item, string Way)>([(root, string.Empty)]);
        while (open.TryPop(out var next))
        {
            if (next.Item is string text)
            {
                if (text.Contains(part, StringComparison.Ordinal))
                {
                    found.Add($"{next.Way} {text}");
                }

                continue;
            }

            if (IsElsewhere(next.Item) || !seen.Add(next.Item))
            {
                continue;
            }

            var way = $"{next.Way}/{next.Item.GetType().Name}";
            foreach (var value in Inside(next.Item))
            {
                if (value is not null && !value.GetType().IsPrimitive)
                {
                    open.Push((value, way));
                }
            }
        }

        return found;
    }

    /// <summary>What leads to everything else in the process: code, and the machinery that runs the test.</summary>
    private static bool IsElsewhere(object item) => item is Type or MemberInfo or Assembly or Pointer or Delegate or ExecutionContext or Thread
        || item.GetType().Namespace?.StartsWith("Xunit", StringComparison.Ordinal) == true;

    private static IEnumerable<object?> Inside(object item) => item is Array array
        ? array.GetType().GetElementType()!.IsPrimitive ? [] : array.Cast<object?>()
        : FieldsOf(item.GetType()).Select(field => field.GetValue(item));

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
            .Concat(FieldsOf(type.BaseType));
}
