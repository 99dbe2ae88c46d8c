namespace ZenlayerZec.HelpBuilder.Cmdlets;

/// <summary>The names of types as help shows them.</summary>
internal static class TypeNames
{
    /// <summary>Stands for no type.</summary>
    public const string None = "None";

    /// <summary>As in <c>-InstanceId &lt;String[]&gt;</c>: without the namespace, and as if a value that can be missing could not.</summary>
    public static string Short(Type type)
        => Nullable.GetUnderlyingType(type) is { } value ? Short(value)
        : type.IsArray ? $"{Short(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>"
        : type.Name;

    /// <summary>The full name of a type, where its short name is one of these; a short name of none of them is as it stands.</summary>
    public static string Full(string name, IEnumerable<Type> types)
        => types.FirstOrDefault(type => Short(type) == name) is { } type ? $"{type.Namespace}.{name}" : name;
}
