using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads an answer field by field. A value that cannot be read leaves its field empty and is noted, so that one odd value of one instance
/// does not make a whole account unreadable. What decides what was done is read strictly: there, such a value makes the answer unreadable.
/// </summary>
internal ref partial struct FieldReader
{
    private const int MaximumDepth = 64;

    /// <summary>The reader of the tokens, for what is read without fields of known names.</summary>
    public Utf8JsonReader Tokens;

    private readonly OddValues _odd;

    /// <summary>The fields of the item that lead to the object that is being read.</summary>
    private readonly string[] _path = new string[MaximumDepth];

    private int _depth;

    /// <summary>Whether the items of a list are read, and not one object alone.</summary>
    private bool _isListing;

    /// <summary>The field whose value is read, and those it is one of; known from the first field on.</summary>
    private FieldNames _names = null!;
    private int _field;

    /// <param name="answer">The whole answer.</param>
    /// <param name="odd">Where odd values are noted.</param>
    public FieldReader(ReadOnlySpan<byte> answer, OddValues odd)
    {
        Tokens = new Utf8JsonReader(answer, new JsonReaderOptions { MaxDepth = MaximumDepth });
        _odd = odd;
    }

    /// <summary>Whether a value that cannot be read makes the answer unreadable.</summary>
    public bool IsStrict { get; set; }

    /// <summary>What was noted.</summary>
    public readonly OddValues Odd => _odd;

    /// <summary>Whether the reader stands at null.</summary>
    public readonly bool IsNull => Tokens.TokenType == JsonTokenType.Null;

    /// <summary>Begins an object, which the reader must stand at.</summary>
    /// <exception cref="JsonException">It is another kind of value.</exception>
    public readonly void StartObject() => Expect(JsonTokenType.StartObject);

    /// <summary>Goes to the value of the next field, over those whose names are not known.</summary>
    /// <param name="names">The object's fields.</param>
    /// <param name="last">The field that was read before it; -1 where it is the first.</param>
    /// <returns>The field; -1 at the end of the object.</returns>
    [MethodImpl(Compiling.AtOnce)]
    public int Next(FieldNames names, int last = -1)
    {
        while (Tokens.Read() && Tokens.TokenType == JsonTokenType.PropertyName)
        {
            var field = names.Find(ref Tokens, last);
            Tokens.Read();
            if (field >= 0)
            {
                if (!ReferenceEquals(_names, names))
                {
                    _names = names;
                }

                return _field = field;
            }

            Tokens.Skip();
        }

        return -1;
    }

    /// <summary>Ends an item, and gives its ID to what was noted of it. What was noted of an item within a listed one is of that one.</summary>
    /// <param name="id">The item's ID.</param>
    public readonly void EndItem(string? id)
    {
        if (_depth == 0 || !_isListing)
        {
            _odd.EndItem(id);
        }
    }

    private readonly void Expect(JsonTokenType kind)
    {
        if (Tokens.TokenType != kind)
        {
            throw new JsonException("A value is of another kind than the API gives.");
        }
    }

    /// <summary>Passes over the value, which cannot be read, and notes its field.</summary>
    private void PassOverOdd()
    {
        if (IsStrict)
        {
            throw new JsonException("A value is none that its property can have.");
        }

        Tokens.Skip();
        _odd.Note(_depth == 0 ? _names[_field] : $"{string.Join(".", _path, 0, _depth)}.{_names[_field]}");
    }
}
