using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// The texts that were read lately: each in the place that its hash gives, where the next one with that place displaces it. So it never
/// grows, and what is common comes back at once. Written from many threads without a lock: whoever loses makes a copy.
/// </summary>
/// <param name="places">How many texts there is a place for; a power of two.</param>
internal sealed class TextCache(int places)
{
    private readonly string?[] _recent = new string?[places];

    /// <summary>The place of a text.</summary>
    /// <param name="bytes">The text in UTF-8.</param>
    public ref string? this[ReadOnlySpan<byte> bytes] => ref _recent[Hash(bytes) & (uint)(_recent.Length - 1)];

    /// <summary>Whether a text is made of these bytes, as far as it is ASCII.</summary>
    [MethodImpl(Compiling.AtOnce)]
    public static bool IsSame(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length)
        {
            return false;
        }

        // Four at a time: each of the bytes is the lower half of a character.
        var i = 0;
        for (var characters = MemoryMarshal.AsBytes(text.AsSpan()); i <= bytes.Length - sizeof(uint); i += sizeof(uint))
        {
            if (Spread(BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(i))) != BinaryPrimitives.ReadUInt64LittleEndian(characters.Slice(2 * i)))
            {
                return false;
            }
        }

        for (; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i])
            {
                return false;
            }
        }

        return true;

        static ulong Spread(ulong four)
        {
            four = (four | (four << 16)) & 0x0000_FFFF_0000_FFFF;
            return (four | (four << 8)) & 0x00FF_00FF_00FF_00FF;
        }
    }

    /// <summary>
    /// Eight bytes at a time, folded: the low bits alone hardly differ for numbers that follow each other. The last eight may have some of
    /// those before them again, which takes less than to look at each byte that is left.
    /// </summary>
    [MethodImpl(Compiling.AtOnce)]
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)bytes.Length;
        if (bytes.Length >= sizeof(ulong))
        {
            for (var i = 0; i < bytes.Length - sizeof(ulong); i += sizeof(ulong))
            {
                hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes.Slice(i)));
            }

            return (uint)Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes.Slice(bytes.Length - sizeof(ulong))));
        }

        var rest = 0UL;
        foreach (var value in bytes)
        {
            rest = (rest << 8) | value;
        }

        return (uint)Mixed(hash ^ rest);

        static ulong Mixed(ulong bits)
        {
            bits *= Factor;
            return bits ^ (bits >> 32);
        }
    }
}
