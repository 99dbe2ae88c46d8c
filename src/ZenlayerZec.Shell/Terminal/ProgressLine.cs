using System.Diagnostics;
using System.Management.Automation;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>One line at the bottom of a terminal that is drawn over; nothing where the output is no terminal.</summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _sinceDrawn = new();
    private bool _isShown;

    public void Show(ProgressRecord record)
    {
        if (Console.IsOutputRedirected)
        {
            return;
        }

        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        if (_sinceDrawn.IsRunning && _sinceDrawn.Elapsed < Interval)
        {
            return;
        }

        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete,3}%" : string.Empty;
        var line = $"{record.Activity}:{percent} {record.StatusDescription}";
        var width = Math.Max(Console.WindowWidth - 1, 20);
        Console.Out.Write($"\r\u001b[2K\u001b[7m{(line.Length > width ? line[..width] : line)}\u001b[0m");
        _isShown = true;
        _sinceDrawn.Restart();
    }

    public void Clear()
    {
        if (_isShown)
        {
            Console.Out.Write("\r\u001b[2K");
            _isShown = false;
        }
    }
}
