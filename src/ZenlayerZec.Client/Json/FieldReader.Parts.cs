using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <content>Objects and lists. One of which a part is of another kind is odd as a whole.</content>
internal ref partial struct FieldReader
{
    private static readonly JsonReading<string> VisibleText = static (ref FieldReader json) => json.ListedText(isExact: false);
    private static readonly JsonReading<string> ExactText = static (ref FieldReader json) => json.ListedText(isExact: true);

    private static readonly JsonReading<ListedInteger> Integer = static (ref FieldReader json)
        => ScalarReading.TryInt32(ref json.Tokens, out var value) && value is { } number ? new(number) : throw new JsonException("A value is not an integer.");

    /// <summary>The items that an answer lists. Another kind of value, in place of the list or of an item, makes the answer unreadable.</summary>
    /// <param name="read">Reads an item.</param>
    public IReadOnlyList<T>? Items<T>(JsonReading<T> read)
        where T : class
    {
        // What was odd before belongs to no item.
        _odd.Forget();
        return IsNull ? null : ReadList(read);
    }

    /// <summary>The texts that an answer lists.</summary>
    public IReadOnlyList<string>? TextItems() => Items(VisibleText);

    /// <summary>An object.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="odd">What stands for one that cannot be read.</param>
    public T? Object<T>(JsonReading<T> read, T? odd = null)
        where T : class
    {
        if (IsNull)
        {
            return null;
        }

        var before = this;
        try
        {
            Enter();
            var value = read(ref this);
            Leave(before._field);
            return value;
        }
        catch (Exception e) when (IsOdd(e, before.IsStrict))
        {
            this = before;
            PassOverOdd();
            return odd;
        }
    }

    /// <summary>A list of objects.</summary>
    /// <param name="read">Reads an object.</param>
    public IReadOnlyList<T>? List<T>(JsonReading<T> read)
        where T : class
    {
        if (IsNull)
        {
            return null;
        }

        var before = this;
        try
        {
            Enter();
            var list = ReadList(read);
            Leave(before._field);
            return list;
        }
        catch (Exception e) when (IsOdd(e, before.IsStrict))
        {
            this = before;
            PassOverOdd();
            return null;
        }
    }

    /// <summary>A list of texts, each as it may be shown.</summary>
    public IReadOnlyList<string>? Texts() => List(VisibleText);

    /// <summary>A list of IDs, each exactly as the service wrote it.</summary>
    public IReadOnlyList<string>? Ids() => List(ExactText);

    /// <summary>A list of integers. One that has a null in it is odd.</summary>
    public IReadOnlyList<int>? Int32s()
    {
        var before = this;
        if (List(Integer) is not { } list)
        {
            return null;
        }

        if (!list.Contains(null!))
        {
            return [.. list.Select(item => item.Value)];
        }

        this = before;
        PassOverOdd();
        return null;
    }

    /// <summary>Such as a list in place of an object, or half a character.</summary>
    private static bool IsOdd(Exception failure, bool isStrict) => !isStrict && failure is JsonException or InvalidOperationException;

    private void Enter() => _path[_depth++] = _field;

    private void Leave(string field)
    {
        _depth--;
        _field = field;
    }

    private string ListedText(bool isExact)
    {
        Expect(JsonTokenType.String);
        return SharedText.Read(ref Tokens, isExact);
    }

    private T[] ReadList<T>(JsonReading<T> read)
        where T : class
    {
        Expect(JsonTokenType.StartArray);
        T[] items = [];
        var count = 0;
        while (Tokens.Read() && Tokens.TokenType != JsonTokenType.EndArray)
        {
            if (count == items.Length)
            {
                // Most lists have one item or none.
                Array.Resize(ref items, count == 0 ? 1 : 4 * count);
            }

            // A null is kept: whoever checks the answer must see that an item is missing.
            items[count++] = IsNull ? null! : read(ref this);
        }

        Array.Resize(ref items, count);
        return items;
    }

    /// <summary>An integer in a list: lists are read of objects.</summary>
    private sealed record ListedInteger(int Value);
}
