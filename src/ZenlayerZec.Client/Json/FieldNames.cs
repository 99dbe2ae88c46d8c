using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// The names of the fields that are read of an object. They are compared as the bytes that came, so that no text is made of them. The objects
/// of a list have their fields in one order, so that the field that followed another lately is the first to be tried.
/// </summary>
internal sealed class FieldNames
{
    private readonly string[] _texts;
    private readonly byte[][] _names;

    /// <summary>
    /// The field that came lately after each; at the start, the one that came first. Written from many threads without a lock: it only says
    /// what to try.
    /// </summary>
    private readonly int[] _followers;

    /// <param name="names">The names in the API; a field is known by its place among them.</param>
    public FieldNames(params string[] names)
    {
        _texts = names;
        _names = new byte[names.Length][];
        _followers = new int[names.Length + 1];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(names[i]);
            _followers[i] = i;
        }
    }

    /// <summary>The name of a field.</summary>
    /// <param name="field">The field.</param>
    public string this[int field] => _texts[field];

    /// <summary>Finds the name that the reader stands at.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="last">The field before it in the object; -1 where there is none.</param>
    /// <returns>The field; -1 for a name that is not among these. Bytes that are not UTF-8 make such a name, and no unreadable answer.</returns>
    /// <exception cref="InvalidOperationException">The name has half a character.</exception>
    [MethodImpl(Compiling.AtOnce)]
    public int Find(ref Utf8JsonReader reader, int last)
    {
        var guess = _followers[last + 1];
        return !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(_names[guess]) ? guess : Search(ref reader, last);
    }

    [MethodImpl(Compiling.AtOnce)]
    private int Search(ref Utf8JsonReader reader, int last)
    {
        if (reader.ValueIsEscaped)
        {
            return Array.IndexOf(_texts, reader.GetString());
        }

        var name = reader.ValueSpan;
        for (var i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return _followers[last + 1] = i;
            }
        }

        return -1;
    }
}
