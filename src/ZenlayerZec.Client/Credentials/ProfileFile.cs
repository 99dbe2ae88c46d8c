using System.Text;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client.Credentials;

/// <summary>
/// A file of the vendor's folder, which somebody else may have put there: nothing but a regular file of a sensible size is opened, so that
/// a pipe does not hang and a device does not go on for ever.
/// </summary>
internal static class ProfileFile
{
    /// <summary>A profile takes 200 bytes.</summary>
    private const int MaximumBytes = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its text in UTF-8, without a byte order mark; null where there is no such file.</returns>
    /// <exception cref="ZecConfigurationException">It cannot be read, is no regular file, or is too large.</exception>
    public static byte[]? Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw Unreadable(path, "it is a folder");
            }

            if (!File.Exists(path))
            {
                return null;
            }

            return new FileInfo(Target(path)).Length switch
            {
                // A pipe or a device has no length. To open it could wait for ever.
                0 => throw Unreadable(path, "it is empty, or not a regular file"),
                > MaximumBytes => throw TooLarge(path),
                _ => Utf8(ReadBounded(path)),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e.Message);
        }
    }

    private static byte[] ReadBounded(string path)
    {
        // Also while another program has it open for writing, where that program allows it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[MaximumBytes + 1];
        var length = 0;
        for (var read = -1; read != 0 && length < buffer.Length; length += read)
        {
            read = file.Read(buffer, length, buffer.Length - length);
        }

        if (length > MaximumBytes)
        {
            throw TooLarge(path);
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }

    /// <summary>The text as the JSON reader wants it. Windows PowerShell writes UTF-16, or UTF-8 with a byte order mark.</summary>
    private static byte[] Utf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => [.. bytes.Skip(3)],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)),
        _ => bytes,
    };

    /// <summary>What a link leads to.</summary>
    private static string Target(string path)
#if NET
        => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
#else
        => path;
#endif

    private static ZecConfigurationException TooLarge(string path) => Unreadable(path, "it is larger than 1 MiB");

    private static ZecConfigurationException Unreadable(string path, string why)
        => new("CredentialFileUnreadable", $"The file {path} cannot be read: {SecretFilter.None.Quote(why).TrimEnd('.')}.");
}
