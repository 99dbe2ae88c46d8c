using System.Globalization;
using System.Management.Automation.Host;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>What the engine talks to: the terminal, and how the process is to end.</summary>
internal sealed class ShellHost(Screen screen) : PSHost, IDisposable
{
    public Screen Screen => screen;

    /// <summary>What a script said with <c>exit</c>; null where none did.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ZenlayerZec.Shell";

    public override PSHostUserInterface UI => screen;

    public override Version Version => typeof(ShellHost).Assembly.GetName().Version!;

    /// <summary>
    /// The answer "Suspend". The engine asks its question again after it, so that nothing is decided by a prompt that is not
    /// there.
    /// </summary>
    public override void EnterNestedPrompt() => screen.WriteWarningLine("This shell has no nested prompt: nothing is suspended.");

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public void Dispose() => screen.Dispose();
}
