using System.Management.Automation.Host;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>
/// How wide the terminal is, 120 columns where the output is none, and its keys. Its cells cannot be read or drawn.
/// </summary>
internal sealed class RawScreen(Keyboard keyboard) : PSHostRawUserInterface
{
    private const int DefaultWidth = 120;
    private const int DefaultHeight = 50;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw new NotSupportedException();
    }

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override bool KeyAvailable => Keyboard.IsKeyAvailable;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Size MaxWindowSize => WindowSize;

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize
    {
        get => Console.IsOutputRedirected || Console.WindowWidth <= 0
            ? new Size(DefaultWidth, DefaultHeight)
            : new Size(Console.WindowWidth, Console.WindowHeight);
        set => throw new NotSupportedException();
    }

    public override string WindowTitle { get; set; } = string.Empty;

    public override int LengthInBufferCells(string source) => TextCells.Count(source);

    public override int LengthInBufferCells(string source, int offset) => TextCells.Count(source[offset..]);

    public override int LengthInBufferCells(char source) => TextCells.Count(source.ToString());

    public override void FlushInputBuffer()
    {
        while (Keyboard.IsKeyAvailable)
        {
            keyboard.ReadKey();
        }
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        var key = keyboard.ReadKey();
        if (!options.HasFlag(ReadKeyOptions.NoEcho))
        {
            Console.Out.Write(key.KeyChar);
        }

        return new KeyInfo((int)key.Key, key.KeyChar, States(key.Modifiers), keyDown: options.HasFlag(ReadKeyOptions.IncludeKeyDown));
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
        => throw new NotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();

    private static ControlKeyStates States(ConsoleModifiers modifiers)
        => (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0)
            | (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
            | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0);
}
