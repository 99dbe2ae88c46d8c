namespace ZenlayerZec.Generator.Facts;

/// <summary>What a field of the API is.</summary>
internal enum FieldKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Object,
}

/// <summary>A field of a request, of an answer or of an object in one of them, as the API's description has it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Kind">What its value is, or each value of a list.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record FieldFacts(string Name, FieldKind Kind, bool IsList)
{
    /// <summary>Whether a request is refused without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the API advises against it.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The documented values of a text; empty where any is.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The documented bounds of a number.</summary>
    public Bounds Range { get; init; }

    /// <summary>The documented bounds of the length of a text, in characters.</summary>
    public Bounds Length { get; init; }

    /// <summary>The most values of a list; null where none is documented.</summary>
    public int? Most { get; init; }

    /// <summary>What the service does without it, as a value in the description's spelling; null where none is documented.</summary>
    public string? Default { get; init; }

    /// <summary>The fields of an object, or of each object of a list.</summary>
    public IReadOnlyList<FieldFacts> Fields { get; init; } = [];

    /// <summary>The line of the file that has it, for errors; 0 where it comes from no file.</summary>
    public long Line { get; init; }

    /// <summary>The type in the words of the files: <c>string</c>, or <c>[string]</c> for a list of them.</summary>
    public string TypeName => (Kind == FieldKind.Text ? "string" : Kind.ToString().ToLowerInvariant()) is var one && IsList ? $"[{one}]" : one;
}

/// <summary>A least and a greatest value; null where there is none.</summary>
internal readonly record struct Bounds(int? Least, int? Greatest)
{
    /// <summary>Whether there is neither.</summary>
    public bool IsEmpty => Least is null && Greatest is null;

    /// <summary>As the files have it: <c>1..64</c>, <c>1..</c> or <c>..64</c>.</summary>
    public override string ToString() => $"{Least}..{Greatest}";
}
