using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <content>Objects and lists. One of which a part is of another kind is odd as a whole.</content>
internal ref partial struct FieldReader
{
    private static readonly JsonReading<string> VisibleText = static (ref FieldReader json) => json.ListedText(isExact: false);
    private static readonly JsonReading<string> ExactText = static (ref FieldReader json) => json.ListedText(isExact: true);

    private static readonly JsonReading<ListedInteger> Integer = static (ref FieldReader json)
        => ScalarReading.TryInt32(ref json.Tokens, out var value) && value is { } number
            ? new(number)
            : throw new JsonException("A value is not an integer.");

    /// <summary>The items that an answer lists. Another kind of value, in place of the list or of an item, makes the answer unreadable.</summary>
    /// <param name="read">Reads an item.</param>
    public IReadOnlyList<T>? Items<T>(JsonReading<T> read)
        where T : class
    {
        // What was odd before belongs to no item.
        _odd.Forget();
        _isListing = true;
        return IsNull ? null : ReadList(read, out _);
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

        var start = Enter();
        try
        {
            var value = read(ref this);
            _depth = start.Depth;
            return value;
        }
        catch (Exception e) when (IsOdd(e, start.IsStrict))
        {
            PassOverOdd(start);
            return odd;
        }
    }

    /// <summary>A list of objects. A null in it says nothing of any: it is noted, and left out.</summary>
    /// <param name="read">Reads an object.</param>
    public IReadOnlyList<T>? List<T>(JsonReading<T> read)
        where T : class
        => List(read, keepsNulls: false);

    private T[]? List<T>(JsonReading<T> read, bool keepsNulls)
        where T : class
    {
        if (IsNull)
        {
            return null;
        }

        var start = Enter();
        try
        {
            var list = ReadList(read, out var nulls);
            _depth = start.Depth;
            if (nulls == 0 || keepsNulls || IsStrict)
            {
                return list;
            }

            PassOverOdd(start);
            return [.. list.OfType<T>()];
        }
        catch (Exception e) when (IsOdd(e, start.IsStrict))
        {
            PassOverOdd(start);
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
        if (List(Integer, keepsNulls: true) is not { } list)
        {
            return null;
        }

        if (!list.Contains(null!))
        {
            return [.. list.Select(item => item.Value)];
        }

        PassOverOdd();
        return null;
    }

    /// <summary>
    /// Such as a list in place of an object, or half a character. JSON that is none is no odd value: .NET's exception for it is a kind of its
    /// own, and nothing can be read after it.
    /// </summary>
    private static bool IsOdd(Exception failure, bool isStrict)
        => !isStrict && (failure.GetType() == typeof(JsonException) || failure is InvalidOperationException);

    private Start Enter()
    {
        var start = new Start(_names, _field, _depth, Tokens.CurrentDepth, IsStrict);
        _path[_depth++] = _names[_field];
        return start;
    }

    /// <summary>Goes from anywhere in an object or a list to its end, and notes its field.</summary>
    private void PassOverOdd(Start start)
    {
        while (Tokens.CurrentDepth > start.TokenDepth)
        {
            Tokens.Read();
        }

        (_names, _field, _depth, IsStrict) = (start.Names, start.Field, start.Depth, start.IsStrict);
        PassOverOdd();
    }

    private string ListedText(bool isExact)
    {
        Expect(JsonTokenType.String);
        return SharedText.Read(ref Tokens, isExact);
    }

    [MethodImpl(Compiling.AtOnce)]
    private T[] ReadList<T>(JsonReading<T> read, out int nulls)
        where T : class
    {
        Expect(JsonTokenType.StartArray);
        T[] items = [];
        nulls = 0;
        var count = 0;
        while (Tokens.Read() && Tokens.TokenType != JsonTokenType.EndArray)
        {
            if (count == items.Length)
            {
                // Most lists have one item or none.
                Array.Resize(ref items, count == 0 ? 1 : 4 * count);
            }

            // A null is kept: whoever checks the answer must see that an item is missing.
            if (IsNull)
            {
                items[count++] = null!;
                nulls++;
            }
            else
            {
                items[count++] = read(ref this);
            }
        }

        Array.Resize(ref items, count);
        return items;
    }

    /// <summary>An integer in a list: lists are read of objects.</summary>
    private sealed record ListedInteger(int Value);

    /// <summary>Where an object or a list begins.</summary>
    private readonly ref struct Start(FieldNames names, int field, int depth, int tokenDepth, bool isStrict)
    {
        public FieldNames Names { get; } = names;

        public int Field { get; } = field;

        public int Depth { get; } = depth;

        public int TokenDepth { get; } = tokenDepth;

        public bool IsStrict { get; } = isStrict;
    }
}
