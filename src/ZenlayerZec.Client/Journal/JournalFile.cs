using System.Globalization;

namespace ZenlayerZec.Client.Journal;

/// <summary>
/// The file of one process. What is written is with the operating system when the call returns, and survives the process; it is not
/// forced to the disk, which would take fifty times as long and only help where the machine itself dies.
/// </summary>
internal sealed class JournalFile
{
    /// <summary>How the names of the files end.</summary>
    public const string Extension = ".jsonl";

    private readonly Stream _stream;
    private readonly long _most;
    private bool _isTorn;

    private JournalFile(Stream stream, long most)
    {
        _stream = stream;
        _most = most;
    }

    /// <summary>Creates the file, and its folder where there is none yet. Only this user may read them.</summary>
    /// <param name="folder">The folder.</param>
    public static JournalFile Create(string folder)
    {
        CreateFolder(folder);
        var name = string.Format(
            CultureInfo.InvariantCulture, "{0:yyyyMMdd'T'HHmmss'Z'}-{1}-{2}{3}", DateTime.UtcNow, ProcessIdentity.Current.Id, Guid.NewGuid().ToString("N").Substring(0, 8), Extension);
        return new JournalFile(CreateFile(Path.Combine(folder, name)), SizeLimit());
    }

    /// <summary>A file that is open already.</summary>
    /// <param name="stream">The file.</param>
    public static JournalFile Of(Stream stream) => new(stream, long.MaxValue);

    /// <summary>Writes lines. One that fails half-way leaves a torn line, which ends before the next one.</summary>
    /// <param name="lines">The lines.</param>
    /// <exception cref="IOException">They are not written, or not whole.</exception>
    public void Write(byte[] lines)
    {
        if (_stream.CanSeek && _stream.Position + lines.Length + 1 > _most)
        {
            throw new IOException("It has reached the size that a file of this process may have.");
        }

        if (_isTorn)
        {
            lines = [(byte)'\n', .. lines];
        }

        _isTorn = true;
        _stream.Write(lines, 0, lines.Length);
        _stream.Flush();
        _isTorn = false;
    }

#if NET
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // A user's local data is the user's own already.
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
#else
    private static void CreateFolder(string folder) => Directory.CreateDirectory(folder);

    private static FileStream CreateFile(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 1);
#endif

    /// <summary>
    /// The size that the system allows a file of this process. A write beyond it does not fail: it ends the process by a signal. Known on
    /// Linux only.
    /// </summary>
    private static long SizeLimit()
    {
        const string Limits = "/proc/self/limits";
        const string Name = "Max file size";
        try
        {
            var line = File.Exists(Limits) ? File.ReadAllLines(Limits).FirstOrDefault(text => text.StartsWith(Name, StringComparison.Ordinal)) : null;
            var soft = line?.Substring(Name.Length).Split([' '], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : long.MaxValue;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return long.MaxValue;
        }
    }
}
