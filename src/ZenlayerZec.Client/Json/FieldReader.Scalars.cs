using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <content>Values that have no parts: null is empty, and not odd.</content>
internal ref partial struct FieldReader
{
    /// <summary>A text as it may be shown. A number or a boolean in its place is its own text.</summary>
    public string? Text() => Text(isExact: false);

    /// <summary>An ID exactly as the service wrote it: another text would name another thing, or nothing.</summary>
    public string? Id() => Text(isExact: true);

    /// <summary>An integer of 32 bits.</summary>
    public int? Int32()
    {
        if (IsNull)
        {
            return null;
        }

        if (ScalarReading.TryInt32(ref Tokens, out var value))
        {
            return value;
        }

        PassOverOdd();
        return null;
    }

    /// <summary>An integer of 64 bits.</summary>
    public long? Int64()
    {
        if (IsNull)
        {
            return null;
        }

        if (ScalarReading.TryInt64(ref Tokens, out var value))
        {
            return value;
        }

        PassOverOdd();
        return null;
    }

    /// <summary>A number that may have a fraction, such as a price.</summary>
    public decimal? Decimal()
    {
        if (IsNull)
        {
            return null;
        }

        if (ScalarReading.TryDecimal(ref Tokens, out var value))
        {
            return value;
        }

        PassOverOdd();
        return null;
    }

    /// <summary>A boolean.</summary>
    public bool? Boolean()
    {
        if (IsNull)
        {
            return null;
        }

        if (ScalarReading.TryBoolean(ref Tokens, out var value))
        {
            return value;
        }

        PassOverOdd();
        return null;
    }

    /// <summary>A time.</summary>
    public DateTimeOffset? Time()
    {
        if (IsNull)
        {
            return null;
        }

        if (ApiTime.TryRead(ref Tokens, out var value))
        {
            return value;
        }

        PassOverOdd();
        return null;
    }

    [MethodImpl(Compiling.AtOnce)]
    private string? Text(bool isExact)
    {
        // Nearly all texts, in the shortest way.
        if (Tokens.TokenType == JsonTokenType.String && SharedText.Plain(ref Tokens) is { } plain)
        {
            return plain;
        }

        if (IsNull)
        {
            return null;
        }

        if (ScalarReading.TryText(ref Tokens, isExact, isStrict: IsStrict, out var value))
        {
            return value;
        }

        PassOverOdd();
        return null;
    }
}
