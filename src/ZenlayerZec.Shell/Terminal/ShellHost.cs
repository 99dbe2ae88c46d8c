using System.Globalization;
using System.Management.Automation.Host;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>What the engine talks to: the terminal, and how the process is to end.</summary>
internal sealed class ShellHost : PSHost
{
    public ShellHost() => Screen = new Screen();

    public Screen Screen { get; }

    /// <summary>What a script said with <c>exit</c>; null where none did.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ZenlayerZec.Shell";

    public override PSHostUserInterface UI => Screen;

    public override Version Version => typeof(ShellHost).Assembly.GetName().Version!;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell cannot be suspended.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This shell cannot be suspended.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}
