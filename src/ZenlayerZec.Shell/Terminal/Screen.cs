using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>The terminal, as PowerShell's streams and questions use it. Colours only where someone looks at them.</summary>
internal sealed class Screen(Keyboard keyboard) : PSHostUserInterface, IDisposable
{
    private static readonly bool IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private static readonly bool IsColored = IsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private readonly ProgressLine _progress = new(IsTerminal);
    private StringBuilder? _captured;

    public override PSHostRawUserInterface RawUI { get; } = new RawScreen(keyboard);

    public override bool SupportsVirtualTerminal => IsColored;

    /// <summary>A line as it would have been typed at a prompt.</summary>
    public void WritePrompt(string line)
    {
        Write(ConsoleColor.DarkGray, ConsoleColor.Black, "PS> ");
        Write(line.StartsWith('#') ? ConsoleColor.Green : ConsoleColor.Yellow, ConsoleColor.Black, line);
        WriteLine(string.Empty);
    }

    /// <summary>Takes the progress line away.</summary>
    public void EndProgress() => _progress.End();

    /// <summary>What would be written as output meanwhile.</summary>
    public string Capture(Action write)
    {
        var captured = _captured = new StringBuilder();
        try
        {
            write();
            return captured.ToString();
        }
        finally
        {
            _captured = null;
        }
    }

    public override void Write(string value)
    {
        if (_captured is { } captured)
        {
            captured.Append(value);
            return;
        }

        _progress.Write(GetOutputString(value, IsColored), Console.Out.Write);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        => _progress.Write(GetOutputString(value, IsColored), text => WriteColored(foregroundColor, backgroundColor, text));

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
        => _progress.Write(GetOutputString(value, IsColored && !Console.IsErrorRedirected) + Environment.NewLine, Console.Error.Write);

    public override void WriteDebugLine(string message) => WriteStyled(PSStyle.Instance.Formatting.Debug, $"DEBUG: {message}");

    public override void WriteVerboseLine(string message)
        => WriteStyled(PSStyle.Instance.Formatting.Verbose, $"VERBOSE: {message}");

    public override void WriteWarningLine(string message)
        => WriteStyled(PSStyle.Instance.Formatting.Warning, $"WARNING: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine()
    {
        var line = keyboard.ReadLine();
        _progress.CloseLine();
        return line;
    }

    public override SecureString ReadLineAsSecureString()
    {
        var secret = keyboard.ReadSecret();
        _progress.CloseLine();
        return secret;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteCaption(caption, message);
        return new ParameterQuestions(this).Ask(descriptions);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteCaption(caption, message);
        var question = new ChoiceQuestion(choices, defaultChoice);
        while (true)
        {
            Write(question.Text);
            var answer = ReadLine();
            if (question.Choose(answer) is { } choice)
            {
                return choice;
            }

            if (answer.Trim() == "?")
            {
                WriteLine(question.Help);
            }
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        WriteCaption(caption, message);
        while (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
        => PromptForCredential(caption, message, userName, targetName);

    public void Dispose() => _progress.Dispose();

    private static void WriteColored(ConsoleColor foreground, ConsoleColor background, string text)
    {
        if (!IsColored)
        {
            Console.Out.Write(text);
            return;
        }

        Console.ForegroundColor = foreground;

        // Black is what a script says that means no colour at all, and a terminal need not be black.
        if (background != ConsoleColor.Black)
        {
            Console.BackgroundColor = background;
        }

        Console.Out.Write(text);
        Console.ResetColor();
    }

    private void WriteStyled(string style, string text) => WriteLine($"{style}{text}{PSStyle.Instance.Reset}");

    private void WriteCaption(string caption, string message)
    {
        WriteLine(string.Empty);
        foreach (var line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line)))
        {
            WriteLine(line);
        }
    }
}
