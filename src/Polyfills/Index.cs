namespace System;

/// <summary>What the compiler makes of <c>^1</c>, and of a list pattern that looks at the end; netstandard2.0 lacks it.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
