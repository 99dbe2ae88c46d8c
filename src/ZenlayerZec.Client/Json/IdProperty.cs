namespace ZenlayerZec.Client.Json;

/// <summary>Tells the properties that hold IDs by their names. An ID is read exactly: another text would name another thing, or nothing.</summary>
internal static class IdProperty
{
    /// <summary>Whether a property of the API holds IDs. A requestId is none that anything is asked by, and is read as other texts are.</summary>
    /// <param name="name">The property's name in the API.</param>
    public static bool Is(string name)
        => name is "id" or "ids"
            || (name != "requestId"
                && (name.EndsWith("Id", StringComparison.Ordinal)
                    || name.EndsWith("Ids", StringComparison.Ordinal)
                    || name.EndsWith("IdSet", StringComparison.Ordinal)
                    || name.EndsWith("IdList", StringComparison.Ordinal)));
}
