using System.Diagnostics;
using System.Management.Automation;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>
/// One line at the bottom of a terminal that is drawn over, and that other text pushes down; nothing where the output is no
/// terminal. All text of the terminal goes through it, so that the two never mix.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const string Erase = "\r\u001b[2K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly bool _isTerminal;
    private readonly Lock _gate = new();
    private readonly Stopwatch _sinceDrawn = new();
    private readonly Timer _timer;
    private (int ActivityId, string Text)? _current;
    private bool _isShown;
    private bool _isLineOpen;

    public ProgressLine(bool isTerminal)
    {
        _isTerminal = isTerminal;
        _timer = new Timer(_ => Draw());
    }

    public void Show(ProgressRecord record)
    {
        if (!_isTerminal)
        {
            return;
        }

        lock (_gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                if (_current?.ActivityId == record.ActivityId)
                {
                    Forget();
                }

                return;
            }

            // As text, now: commands use one record over and over.
            _current = (record.ActivityId, Text(record));
            Schedule();
        }
    }

    /// <summary>Writes text where the line was; the line comes back below it.</summary>
    public void Write(string text, Action<string> write)
    {
        lock (_gate)
        {
            Clear();
            write(text);
            if (text.Length > 0)
            {
                _isLineOpen = text[^1] != '\n';
            }

            Schedule();
        }
    }

    /// <summary>The person has pressed Enter, so that the question's line is no longer open.</summary>
    public void CloseLine()
    {
        lock (_gate)
        {
            _isLineOpen = false;
        }
    }

    /// <summary>Takes the line away for good.</summary>
    public void End()
    {
        lock (_gate)
        {
            Forget();
        }
    }

    public void Dispose() => _timer.Dispose();

    private static string Text(ProgressRecord record)
    {
        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete,3}%" : string.Empty;
        return string.Join(' ', $"{record.Activity}:{percent} {record.StatusDescription}".Split('\r', '\n'));
    }

    private void Schedule()
    {
        if (_current is null)
        {
            return;
        }

        // Never more often than a person can read, and the last one in any case, later.
        var due = _sinceDrawn.IsRunning ? Interval - _sinceDrawn.Elapsed : TimeSpan.Zero;
        if (due <= TimeSpan.Zero)
        {
            Draw();
        }
        else
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private void Draw()
    {
        lock (_gate)
        {
            if (_current is { } current && !_isLineOpen)
            {
                var width = Math.Max(Console.WindowWidth - 1, 20);
                Console.Out.Write($"{Erase}\u001b[7m{TextCells.Cut(current.Text, width)}\u001b[0m");
                _isShown = true;
                _sinceDrawn.Restart();
            }
        }
    }

    private void Forget()
    {
        _current = null;
        Clear();
    }

    private void Clear()
    {
        if (_isShown)
        {
            Console.Out.Write(Erase);
            _isShown = false;
        }
    }
}
