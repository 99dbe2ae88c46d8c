using System.Diagnostics;
using System.Globalization;

namespace ZenlayerZec.Client.Journal;

/// <summary>
/// A process so that no other is taken for it: a number is given again once its process has ended, and every container and every
/// machine counts from the beginning.
/// </summary>
/// <param name="Id">The process's number.</param>
/// <param name="Start">When it began, in a form that any process of the same machine reads alike.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="Boot">
/// On Linux, the machine's run since it was started; null elsewhere, where <paramref name="Start"/> is a time of day.
/// </param>
/// <param name="Space">On Linux, what counts the processes: containers count their own; null elsewhere.</param>
internal sealed record ProcessIdentity(int Id, string Start, string Host, string? Boot, string? Space)
{
    /// <summary>The field of the start time in /proc/PID/stat, counted from the state, which comes after the name.</summary>
    private const int StartField = 19;

    private static readonly Lazy<ProcessIdentity> Own = new(Find);

    /// <summary>This process.</summary>
    public static ProcessIdentity Current => Own.Value;

    /// <summary>Whether it is a process of this machine, and of this container, so that it can be looked for.</summary>
    public bool IsLocal => Boot is null ? Host == Current.Host && Current.Boot is null : Boot == Current.Boot && Space == Current.Space;

    /// <summary>Whether it has certainly ended: it was a process of this machine before it was started anew.</summary>
    private bool IsOfEarlierBoot => Boot is not null && Current.Boot is not null && Boot != Current.Boot && Host == Current.Host;

    /// <summary>Whether the process lives.</summary>
    /// <returns>Null where that cannot be told from here: it runs on another machine, or in another container.</returns>
    public bool? IsAlive() => IsLocal ? StartOf(Id) is { } start && (start.Length == 0 || start == Start) : IsOfEarlierBoot ? false : null;

    /// <summary>When a process began; empty where it lives and does not say; null where there is no such process.</summary>
    private static string? StartOf(int id)
    {
        if (Current.Boot is not null)
        {
            return LinuxStart(id.ToString(CultureInfo.InvariantCulture));
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return StartOf(process);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (Exception)
        {
            // There is one, and this user may not ask it.
            return string.Empty;
        }
    }

    private static string StartOf(Process process) => process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static ProcessIdentity Find()
    {
        using var process = Process.GetCurrentProcess();
        if (Text("/proc/sys/kernel/random/boot_id")?.Trim() is { Length: > 0 } boot && LinuxStart("self") is { } start)
        {
            return new ProcessIdentity(process.Id, start, Environment.MachineName, boot, Link("/proc/self/ns/pid"));
        }

        return new ProcessIdentity(process.Id, StartOf(process), Environment.MachineName, null, null);
    }

    /// <summary>In ticks since the machine was started: a clock that is set does not change it.</summary>
    private static string? LinuxStart(string process)
    {
        // The name stands in parentheses, and may hold anything.
        var stat = Text($"/proc/{process}/stat");
        return stat?.Substring(stat.LastIndexOf(')') + 1).Split([' '], StringSplitOptions.RemoveEmptyEntries) is { Length: > StartField } fields
            ? fields[StartField]
            : null;
    }

    private static string? Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Link(string path)
    {
#if NET
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
#else
        return null;
#endif
    }
}
