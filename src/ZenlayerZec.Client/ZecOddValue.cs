namespace ZenlayerZec.Client;

/// <summary>A value of an answer that could not be read. Its property is empty, and the rest of the item is as the service gave it.</summary>
public sealed class ZecOddValue
{
    internal ZecOddValue(string field, string itemId)
    {
        Field = field;
        ItemId = itemId;
    }

    /// <summary>The field by the API's name, such as <c>createTime</c> or <c>nics.createTime</c>.</summary>
    public string Field { get; }

    /// <summary>The ID of the item that has the field; empty where that is what could not be read.</summary>
    public string ItemId { get; }
}
